/** A frame that the server sends: an event or a reply, or a failure. */
export type ServerFrame =
  | { readonly type: "rec"; readonly address: string; readonly body: unknown }
  | {
      readonly type: "err";
      /** Absent if the bridge itself refused: then nobody can be told. */
      readonly address: string | undefined;
      readonly failureCode: number | undefined;
      /** The failure's name. */
      readonly message: string | undefined;
      readonly field: string | undefined;
    };

/** A request on its way to the server. */
export type SendFrame = {
  readonly type: "send";
  readonly address: string;
  readonly replyAddress: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
};

/** Reads a frame; undefined for what is none, such as a pong. */
export function parseFrame(text: string): ServerFrame | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof json !== "object" || json === null) {
    return undefined;
  }
  const frame = json as Readonly<Record<string, unknown>>;
  if (frame["type"] === "err") {
    return {
      type: "err",
      address: asString(frame["address"]),
      failureCode: typeof frame["failureCode"] === "number" ? frame["failureCode"] : undefined,
      message: asString(frame["message"]),
      field: asString(frame["field"]),
    };
  }
  const address = asString(frame["address"]);
  return frame["type"] === "rec" && address !== undefined
    ? { type: "rec", address, body: frame["body"] }
    : undefined;
}

function asString(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
