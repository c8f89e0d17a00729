import type { ClientId, MessageItem, Reaction, UserId } from "../contract/generated.ts";
import { textOf } from "../model/messages.ts";
import type { Outgoing } from "../model/UnsentMessages.ts";
import { dayKeyOf } from "../text/times.ts";

/** Messages of one author are one group when they follow within this time, in milliseconds. */
const GROUP_MS = 5 * 60_000;

/** How far a message has come; `writing` is before it is kept here. */
export type MessageState = "writing" | "waiting" | "stored" | "refused";

export type MessageRow = {
  readonly kind: "message";
  /** Stays the same from writing to storing. */
  readonly key: string;
  readonly sender: UserId;
  readonly clientId: ClientId;
  readonly own: boolean;
  /** The number it was posted under; undefined while it is on its way. */
  readonly posted: number | undefined;
  /** Empty if it was deleted. */
  readonly text: string;
  /** Whether it said something else before. */
  readonly edited: boolean;
  /** Who deleted it. */
  readonly deletedBy: UserId | undefined;
  readonly reactions: readonly Reaction[];
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly state: MessageState;
  /** The name of the failure that it was refused with. */
  readonly failure: string | undefined;
  /** Whether it begins a group and shows its author. */
  readonly first: boolean;
};

/** What stands in a timeline, from top to bottom. */
export type Row =
  | { readonly kind: "start"; readonly key: "start" }
  | { readonly kind: "earlier"; readonly key: "earlier" }
  | { readonly kind: "day"; readonly key: string; readonly at: number }
  | { readonly kind: "new"; readonly key: "new" }
  | MessageRow;

export type RowSources = {
  readonly me: UserId;
  readonly messages: readonly MessageItem[];
  readonly outgoing: readonly Outgoing[];
  /** Whether there are earlier messages than these. */
  readonly more: boolean;
  /** The ordinal below which the line "new messages" is drawn; undefined for no line. */
  readonly newAfter: number | undefined;
};

/** Puts messages, own ones on their way, days and the line of new messages in order. */
export function rowsOf(sources: RowSources): readonly Row[] {
  const rows: Row[] = [sources.more ? EARLIER : START];
  const line = lineOf(sources);
  let previous: MessageRow | undefined;
  const add = (row: Omit<MessageRow, "first">): void => {
    const newDay = previous === undefined || dayKeyOf(previous.at) !== dayKeyOf(row.at);
    if (newDay) {
      rows.push({ kind: "day", key: `day ${dayKeyOf(row.at)} ${row.key}`, at: row.at });
    }
    const marked = line !== undefined && row.key === line;
    if (marked) {
      rows.push(NEW);
    }
    const joins =
      !newDay && !marked && previous?.sender === row.sender && row.at - previous.at < GROUP_MS;
    previous = { ...row, first: !joins };
    rows.push(previous);
  };
  sources.messages.forEach((message) => add(storedRow(message, sources.me)));
  const stored = new Set(sources.messages.map(({ sender, clientId }) => keyOf(sender, clientId)));
  sources.outgoing
    .map((outgoing) => outgoingRow(outgoing, sources.me))
    // The server has it already, and its answer did not arrive.
    .filter(({ key }) => !stored.has(key))
    .forEach(add);
  return rows;
}

const NO_REACTIONS: readonly Reaction[] = [];
const START = { kind: "start", key: "start" } as const;
const EARLIER = { kind: "earlier", key: "earlier" } as const;
const NEW = { kind: "new", key: "new" } as const;

/** The key of the message that the line stands above, if its place is on the loaded part. */
function lineOf({ messages, more, newAfter, me }: RowSources): string | undefined {
  const first = messages[0];
  if (newAfter === undefined || first === undefined || (more && first.ordinal > newAfter)) {
    return undefined;
  }
  const message = messages.find((each) => each.ordinal > newAfter && each.sender !== me);
  return message === undefined ? undefined : keyOf(message.sender, message.clientId);
}

function storedRow(message: MessageItem, me: UserId): Omit<MessageRow, "first"> {
  return {
    kind: "message",
    key: keyOf(message.sender, message.clientId),
    sender: message.sender,
    clientId: message.clientId,
    own: message.sender === me,
    posted: message.posted,
    text: textOf(message) ?? "",
    edited: message.content.type === "text" && message.editedAt !== undefined,
    deletedBy: message.content.type === "deleted" ? message.content.by : undefined,
    reactions: message.reactions ?? NO_REACTIONS,
    at: message.storedAt,
    state: "stored",
    failure: undefined,
  };
}

function outgoingRow(outgoing: Outgoing, me: UserId): Omit<MessageRow, "first"> {
  return {
    kind: "message",
    key: keyOf(me, outgoing.clientId),
    sender: me,
    clientId: outgoing.clientId,
    own: true,
    posted: undefined,
    text: outgoing.text,
    edited: false,
    deletedBy: undefined,
    reactions: NO_REACTIONS,
    at: outgoing.writtenAt,
    state: stateOf(outgoing),
    failure: outgoing.refused?.message,
  };
}

function stateOf({ refused, kept }: Outgoing): MessageState {
  if (refused !== undefined) {
    return "refused";
  }
  return kept === "writing" ? "writing" : "waiting";
}

function keyOf(sender: UserId, clientId: ClientId): string {
  return `${sender} ${clientId}`;
}
