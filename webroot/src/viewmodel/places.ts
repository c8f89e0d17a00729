import type { ConversationId, LinkId } from "../contract/generated.ts";

/** Where in the program somebody is. */
export type Place =
  | { readonly kind: "start" }
  | { readonly kind: "directory" }
  | { readonly kind: "people" }
  | { readonly kind: "settings" }
  /** An invitation to sign up, by its code. */
  | { readonly kind: "invite"; readonly code: string }
  /** A link that sets a new password, by its secret. */
  | { readonly kind: "reset"; readonly secret: string }
  /** A link that confirms an e-mail address, by its secret. */
  | { readonly kind: "confirm"; readonly secret: string }
  /** A link into a conversation. */
  | { readonly kind: "join"; readonly link: LinkId; readonly secret: string }
  | { readonly kind: "room"; readonly id: ConversationId };

const ROOM = /^room\/([0-9a-f-]{36})$/;

const JOIN = /^join\/([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/;
const INVITE = /^invite\/(.+)$/;
const RESET = /^reset\/(.+)$/;
const CONFIRM = /^confirm\/(.+)$/;
/** Longer than any code; what is longer still is cut, so that the server can say that it is none. */
const MAX_CODE = 64;

export function parsePlace(written: string): Place {
  const id = ROOM.exec(written)?.[1];
  if (id !== undefined) {
    return { kind: "room", id };
  }
  const [, link, key] = JOIN.exec(written) ?? [];
  if (link !== undefined && key !== undefined) {
    return { kind: "join", link, secret: key };
  }
  const code = INVITE.exec(written)?.[1];
  if (code !== undefined) {
    return { kind: "invite", code: code.slice(0, MAX_CODE) };
  }
  const secret = RESET.exec(written)?.[1];
  if (secret !== undefined) {
    return { kind: "reset", secret: secret.slice(0, MAX_CODE) };
  }
  const confirmation = CONFIRM.exec(written)?.[1];
  if (confirmation !== undefined) {
    return { kind: "confirm", secret: confirmation.slice(0, MAX_CODE) };
  }
  switch (written) {
    case DIRECTORY:
      return { kind: "directory" };
    case PEOPLE:
      return { kind: "people" };
    case SETTINGS:
      return { kind: "settings" };
    default:
      return { kind: "start" };
  }
}

export const START = "";
export const DIRECTORY = "rooms";
export const PEOPLE = "people";
export const SETTINGS = "settings";

export function roomPlace(id: ConversationId): string {
  return `room/${id}`;
}

/** Stands behind the `#` of an address, which browsers send to nobody. */
export function joinPlace(link: LinkId, secret: string): string {
  return `join/${link}.${secret}`;
}

/** Stands behind the `#` of an address, which browsers send to nobody. */
export function invitePlace(code: string): string {
  return `invite/${code}`;
}

/** As with an invitation. */
export function resetPlace(secret: string): string {
  return `reset/${secret}`;
}

/** The code in what somebody pasted: a link that holds one, or the code alone. */
export function inviteIn(written: string): string {
  const place = parsePlace(written.trim().replace(/^.*#\/?/, ""));
  return place.kind === "invite" ? place.code : written.trim();
}
