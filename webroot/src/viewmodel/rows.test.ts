import { describe, expect, it } from "vitest";
import { message } from "../testing/samples.ts";
import { rowsOf, type RowSources } from "./rows.ts";

const base: RowSources = { me: "me", messages: [], outgoing: [], more: false, newAfter: undefined };
const NOON = new Date(2026, 0, 15, 12).getTime();
const MINUTE = 60_000;

function kinds(more: Partial<RowSources>): string[] {
  return rowsOf({ ...base, ...more }).map((row) =>
    row.kind === "message" ? `${row.first ? "first " : ""}${row.text}` : row.kind,
  );
}

describe("rowsOf", () => {
  it("groupsMessagesOfOneAuthorThatFollowSoon", () => {
    const at = (posted: number, minutes: number, sender: string): RowSources["messages"][number] =>
      message(posted, { storedAt: NOON + minutes * MINUTE, sender });
    expect(
      kinds({
        messages: [at(1, 0, "a"), at(2, 2, "a"), at(3, 3, "b"), at(4, 4, "a"), at(5, 20, "a")],
      }),
    ).toEqual([
      "start",
      "day",
      "first text 1",
      "text 2",
      "first text 3",
      "first text 4",
      "first text 5",
    ]);
  });

  it("separatesDays", () => {
    const before = message(1, { storedAt: new Date(2026, 0, 15, 23, 59).getTime() });
    const after = message(2, { storedAt: new Date(2026, 0, 16, 0, 1).getTime() });
    expect(kinds({ messages: [before, after] })).toEqual([
      "start",
      "day",
      "first text 1",
      "day",
      "first text 2",
    ]);
  });

  it("drawsTheLineAboveTheFirstUnreadMessageOfAnother", () => {
    const messages = [message(1), message(2, { sender: "me" }), message(3)];
    expect(kinds({ messages, newAfter: 1 })).toContain("new");
    const rows = kinds({ messages, newAfter: 1 });
    expect(rows.indexOf("new")).toBe(rows.indexOf("first text 3") - 1);
    expect(kinds({ messages, newAfter: 3 })).not.toContain("new");
    const sameAuthor = kinds({ messages: [message(1), message(2)], newAfter: 1 });
    expect(sameAuthor.slice(-2)).toEqual(["new", "first text 2"]);
    expect(kinds({ messages: messages.slice(1), newAfter: 0, more: true })).not.toContain("new");
  });

  it("keepsTheKeyOfAMessageFromWritingToStoring", () => {
    const outgoing = {
      conversation: "c",
      name: "C",
      clientId: "id",
      text: "t",
      writtenAt: NOON,
      refused: undefined,
      kept: "device",
    } as const;
    const writing = rowsOf({ ...base, outgoing: [{ ...outgoing, kept: "writing" }] }).at(-1);
    const waiting = rowsOf({ ...base, outgoing: [outgoing] }).at(-1);
    // The answer was lost: until it is repeated the message is in both.
    const rows = rowsOf({
      ...base,
      messages: [message(1, { sender: "me", clientId: "id" })],
      outgoing: [outgoing],
    });
    const stored = rows.at(-1);
    expect(rows.filter(({ kind }) => kind === "message")).toHaveLength(1);
    expect(writing).toMatchObject({ state: "writing", key: waiting?.key });
    expect(waiting).toMatchObject({ state: "waiting", own: true });
    expect(stored).toMatchObject({ state: "stored", own: true });
    expect(stored?.key).toBe(waiting?.key);
  });

  it("givesEveryRowAKeyOfItsOwnAlsoWhenClocksDisagree", () => {
    const messages = [
      message(1, { storedAt: NOON }),
      message(2, { storedAt: NOON + 26 * 60 * MINUTE }),
      message(3, { storedAt: NOON }),
    ];
    const keys = rowsOf({ ...base, messages }).map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
