import { describe, expect, it } from "vitest";
import accepted from "../../../contract/src/main/resources/fixtures/MessageAccepted.json";
import page from "../../../contract/src/main/resources/fixtures/ConversationPage.json";
import history from "../../../contract/src/main/resources/fixtures/HistoryPage.json";
import range from "../../../contract/src/main/resources/fixtures/Range.json";
import resumed from "../../../contract/src/main/resources/fixtures/Resumed.json";
import type {
  ConversationPage,
  HistoryPage,
  MessageAccepted,
  Range,
  Resumed,
} from "./generated.ts";

describe("fixtures of the contract", () => {
  it("haveTheShapeThatThisClientReads", () => {
    // Types of JSON are too wide for literals, so each is looked at where the client relies on it.
    const read = {
      accepted: accepted as unknown as MessageAccepted,
      page: page as unknown as ConversationPage,
      history: history as unknown as HistoryPage,
      range: range as unknown as Range,
      resumed: resumed as unknown as Resumed,
    };
    expect(read.accepted.message.type).toBe("message");
    expect(read.accepted.message.content.type).toBe("text");
    expect(read.page.conversations[0]?.conversation).toHaveLength(36);
    expect(typeof read.page.through).toBe("number");
    expect(read.history.messages[0]?.type).toBe("message");
    expect(read.range.items.map((item) => item.changed)).toEqual(
      read.range.items.map((item) => item.changed).toSorted((a, b) => a - b),
    );
    expect(read.range.feed).toMatch(/^(conversation|user)\./);
    expect(read.resumed.feeds[0]?.feed).toMatch(/^(conversation|user)\./);
  });
});
