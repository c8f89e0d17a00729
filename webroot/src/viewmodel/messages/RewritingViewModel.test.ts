import { beforeEach, describe, expect, it } from "vitest";
import type { ConversationId, Revision } from "../../contract/generated.ts";
import { Chat } from "../../model/Chat.ts";
import { conversationFeed } from "../../model/feedIds.ts";
import { FakeClock, settled } from "../../testing/FakeClock.ts";
import { FakeServer } from "../../testing/FakeServer.ts";
import { MemoryCacheStore } from "../../testing/MemoryCacheStore.ts";
import { keptInMemory } from "../../testing/MemoryOutboxStore.ts";
import { counting, ME, refusal, ROOM, silent } from "../../testing/samples.ts";
import { rowsOf, type MessageRow } from "../rows.ts";
import { RewritingViewModel, traceOf } from "./RewritingViewModel.svelte.ts";

const GRACE = "grace";

describe("RewritingViewModel", () => {
  let server: FakeServer;
  let chat: Chat;
  let rewriting: RewritingViewModel;

  beforeEach(async () => {
    server = new FakeServer();
    server.enter(ROOM);
    server.post(ROOM, ME.account, "mine", "hello");
    server.post(ROOM, GRACE, "theirs", "hi");
    chat = new Chat(ME, {
      bus: server.bus,
      clock: new FakeClock(),
      random: () => 0.5,
      newId: counting("id-"),
      log: silent,
      unsent: keptInMemory(),
      cache: new MemoryCacheStore(),
      notMine: () => undefined,
    });
    server.deliver = (address, body) => chat.deliver(address, body);
    chat.connected();
    await settled();
    chat.open(ROOM);
    await settled();
    rewriting = new RewritingViewModel(ROOM, chat);
  });

  it("givesAnOwnMessageAnotherTextAtOnce", async () => {
    rewriting.edit(row("mine"));
    expect(rewriting.draft).toBe("hello");
    rewriting.draft = "  hello again ";
    await rewriting.save();
    expect(rewriting.edited).toBeUndefined();
    expect(row("mine")).toMatchObject({ text: "hello again", edited: true });
  });

  it("keepsWhatWasWrittenWhereItCannotBeStoredAndRepeatsTheSameEdit", async () => {
    const ids: string[] = [];
    server.bus.answer("chat.message.edit", ({ editId }) => {
      ids.push(editId);
      throw refusal("UNAVAILABLE");
    });
    rewriting.edit(row("mine"));
    rewriting.draft = "again";
    await rewriting.save();
    await rewriting.save();
    expect(rewriting).toMatchObject({ draft: "again", busy: false });
    expect(rewriting.problem).toBeDefined();
    rewriting.draft = "another";
    await rewriting.save();
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
    rewriting.cancel();
    expect(rewriting.edited).toBeUndefined();
    expect(row("mine").text).toBe("hello");
  });

  it("asksNothingOfTheServerWhereTheTextIsTheSame", async () => {
    rewriting.edit(row("mine"));
    await rewriting.save();
    expect(server.bus.bodiesOf("chat.message.edit")).toEqual([]);
    expect(rewriting.edited).toBeUndefined();
  });

  it("savesNeitherNothingNorTooMuch", () => {
    rewriting.edit(row("mine"));
    rewriting.draft = " ";
    expect(rewriting.canSave).toBe(false);
    rewriting.draft = "x".repeat(4_001);
    expect(rewriting).toMatchObject({ canSave: false, limitNote: "1 character too long" });
  });

  it("editsNothingOfOthersAndDeletesItAsAModeratorOnly", () => {
    expect(rewriting.mayEdit(row("theirs"))).toBe(false);
    expect(rewriting.mayDelete(row("theirs"))).toBe(false);
    chat.conversations.putRole(ROOM, "moderator");
    expect(rewriting.mayEdit(row("theirs"))).toBe(false);
    expect(rewriting.mayDelete(row("theirs"))).toBe(true);
  });

  it("deletesOnceThatIsConfirmedAndLeavesATrace", async () => {
    rewriting.ask(row("mine"));
    expect(row("mine").text).toBe("hello");
    await rewriting.delete();
    expect(rewriting.doomed).toBeUndefined();
    expect(row("mine")).toMatchObject({ text: "", deletedBy: ME.account, edited: false });
    expect(rewriting.mayEdit(row("mine"))).toBe(false);
    expect(rewriting.mayDelete(row("mine"))).toBe(false);
    expect(traceOf(row("mine"), ME.account, () => "Ada")).toBe("You deleted this message");
    expect(traceOf(row("mine"), GRACE, () => "Ada")).toBe("Message deleted");
    const foreign = { sender: GRACE, deletedBy: ME.account };
    expect(traceOf(foreign, GRACE, () => "Ada")).toBe("Message deleted by Ada");
  });

  it("showsEarlierTextsPageByPage", async () => {
    const revision = (number: number): Revision => ({
      number,
      storedAt: number,
      content: { type: "text", text: `text ${number}` },
    });
    server.bus.answer("chat.message.revisions", ({ before }) =>
      before === undefined
        ? { revisions: [revision(3), revision(2)], more: true }
        : { revisions: [revision(before - 1)], more: false },
    );
    rewriting.showRevisions(row("mine"));
    await settled();
    await rewriting.revisions?.load();
    expect(rewriting.revisions?.revisions.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(rewriting.revisions?.more).toBe(false);
  });

  it("followsWhatIsChangedElsewhere", () => {
    const posted = row("theirs").posted ?? 0;
    server.rewrite(ROOM, posted, { type: "deleted", by: GRACE });
    expect(row("theirs").deletedBy).toBe(GRACE);
    expect(chat.refusalOf(ROOM)).toBeUndefined();
    expect(server.headOf(conversationFeed(ROOM))).toBeGreaterThan(posted);
  });

  function row(clientId: string, room: ConversationId = ROOM): MessageRow {
    const rows = rowsOf({
      me: ME.account,
      messages: chat.open(room).timeline.messages,
      outgoing: [],
      more: false,
      newAfter: undefined,
    });
    const found = rows.find(
      (each): each is MessageRow => each.kind === "message" && each.clientId === clientId,
    );
    if (found === undefined) {
      throw new Error(`no row of ${clientId}`);
    }
    return found;
  }
});
