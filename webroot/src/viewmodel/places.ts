import type { ConversationId } from "../contract/generated.ts";

/** Where in the program somebody is. */
export type Place =
  | { readonly kind: "start" }
  | { readonly kind: "directory" }
  | { readonly kind: "room"; readonly id: ConversationId };

const ROOM = /^room\/([0-9a-f-]{36})$/;

export function parsePlace(written: string): Place {
  const id = ROOM.exec(written)?.[1];
  if (id !== undefined) {
    return { kind: "room", id };
  }
  return written === DIRECTORY ? { kind: "directory" } : { kind: "start" };
}

export const START = "";
export const DIRECTORY = "rooms";

export function roomPlace(id: ConversationId): string {
  return `room/${id}`;
}
