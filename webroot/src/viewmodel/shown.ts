import type { MessageItem, UserId } from "../contract/generated.ts";

/** Among how many messages those are looked for who wrote last, and how many of them count. */
const MESSAGES = 200;
const PEOPLE = 30;

/** Whom an open conversation shows: the other one of two, and who wrote last, without me. */
export function shownIn(
  messages: readonly MessageItem[],
  other: UserId | undefined,
  me: UserId,
): readonly UserId[] {
  const senders = messages.slice(-MESSAGES).map(({ sender }) => sender);
  const wrote = [...new Set(senders.reverse())].filter((account) => account !== me);
  const first = other === undefined ? [] : [other];
  return [...new Set([...first, ...wrote.slice(0, PEOPLE)])];
}
