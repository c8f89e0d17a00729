import { beforeEach, describe, expect, it } from "vitest";
import type { Chat } from "../../model/Chat.ts";
import { chatAt } from "../../testing/chats.ts";
import { FakeAccount } from "../../testing/FakeAccount.ts";
import { FakeClock, settled } from "../../testing/FakeClock.ts";
import { FakeDrafts, FakePage } from "../../testing/FakePage.ts";
import { FakeServer } from "../../testing/FakeServer.ts";
import { FakeSight } from "../../testing/FakeSight.ts";
import { Changes } from "../../model/Changes.ts";
import { counting, ME, OPEN, refusal, ROOM, summary } from "../../testing/samples.ts";
import { text } from "../../text/en.ts";
import { ChatViewModel } from "../ChatViewModel.svelte.ts";
import { ConnectionViewModel } from "../ConnectionViewModel.ts";
import type { ConversationViewModel } from "../ConversationViewModel.svelte.ts";
import { roomPlace } from "../places.ts";
import { textOf } from "../../model/messages.ts";

const OTHER = "0190a000-0000-7000-8000-000000000002";
const UNKNOWN = "0190a000-0000-7000-8000-0000000000ff";

describe("what I am in a conversation", () => {
  let clock: FakeClock;
  let server: FakeServer;
  let page: FakePage;
  let chat: Chat;
  let view: ChatViewModel;

  beforeEach(async () => {
    clock = new FakeClock();
    server = new FakeServer();
    page = new FakePage();
    server.enter(ROOM, "Room");
    server.enter(OTHER, "Other");
    chat = chatAt(server, clock);
    const connection = {
      changes: new Changes(),
      state: "open" as const,
      crowded: false,
      retryNow: () => undefined,
    };
    view = new ChatViewModel(chat, new ConnectionViewModel(connection, chat.outbox, page), {
      account: new FakeAccount(),
      page,
      sight: new FakeSight(),
      drafts: new FakeDrafts(),
      clock,
      newId: counting("0190a000-0000-7000-8000-00000000008"),
    });
    await settled();
  });

  async function open(room = ROOM): Promise<ConversationViewModel> {
    view.openRoom(room);
    await settled();
    return view.conversation ?? expect.fail("no conversation is open");
  }

  it("tellsWhoWasRemovedAndShowsItAgainOnceTheyAreBack", async () => {
    await open();
    server.remove(ROOM);
    expect(view.strange?.event).toBe("You were removed from Room.");
    expect(view.strange?.way).toBe(text.gone.byOthers);
    expect(view.strange?.title).toBe("Room");
    expect(view.strange?.barred).toBe(true);
    server.enter(ROOM);
    await settled();
    expect(view.strange).toBeUndefined();
    expect(view.conversation?.name).toBe("Room");
    server.leave(ROOM);
    expect(view.strange?.barred).toBe(false);
  });

  it("knowsThatOneWasRemovedWhenTheRoomIsGoneAlready", async () => {
    await open();
    chat.conversations.remove(ROOM);
    expect(view.strange?.event).toBe("You are not in Room any more.");
    server.remove(ROOM);
    expect(view.strange?.event).toBe("You were removed from Room.");
  });

  it("tellsHowToComeBackAfterLeavingOnAnotherDevice", async () => {
    await open();
    server.leave(ROOM);
    expect(view.strange?.event).toBe("You are not in Room any more.");
    expect(view.strange?.way).toBe(text.gone.byDirectory);
    page.go(roomPlace(UNKNOWN));
    expect(view.strange?.event).toBeUndefined();
    expect(view.strange?.title).toBe(text.gone.title);
    expect(view.strange?.way).toBe(text.gone.perhaps);
    chat.conversations.put(summary({ conversation: OTHER, kind: "group", name: "Choir" }));
    await open(OTHER);
    server.leave(OTHER);
    expect(view.strange?.event).toBe("You are not in Choir any more.");
    expect(view.strange?.way).toBe(text.gone.byOthers);
  });

  it("closesAWindowAboutARoomThatOneWasRemovedFrom", async () => {
    server.bus.answer("chat.member.list", () => ({ members: [], through: 0 }));
    await open();
    view.showMembers();
    server.remove(OTHER);
    expect(view.overlay?.kind).toBe("members");
    server.remove(ROOM);
    expect(view.overlay).toBeUndefined();
  });

  it("saysThatAMessageWaitsBecauseMembersWriteSlowly", async () => {
    const policy = { ...OPEN, slowSeconds: 30 };
    chat.conversations.put(summary({ policy }));
    const conversation = await open();
    expect(conversation.pace).toBe(text.groups.slowHint(30));
    server.bus.answer("chat.message.send", () => {
      throw refusal("RATE_LIMITED");
    });
    conversation.composer.text = "again";
    conversation.composer.send();
    await settled();
    expect(conversation.pace).toBe(text.groups.slowWaits(30));
    expect(conversation.rows.at(-1)).toMatchObject({ text: "again", state: "waiting" });
    chat.conversations.put(summary({ role: "moderator", policy }));
    expect(conversation.pace).toBeUndefined();
    chat.conversations.put(summary({ policy }));
    server.bus.answer("chat.message.send", ({ clientId, content }) => ({
      message: server.post(ROOM, ME.account, clientId, textOf({ content }) ?? ""),
    }));
    await clock.pass(30_000);
    expect(conversation.rows.at(-1)).toMatchObject({ text: "again", state: "stored" });
    expect(conversation.pace).toBe(text.groups.slowHint(30));
  });

  it("saysThatOnlyModeratorsWrite", async () => {
    const conversation = await open();
    expect(conversation.readOnly).toBe(false);
    const policy = { ...OPEN, writers: "moderators" } as const;
    chat.conversations.put(summary({ policy }));
    expect([conversation.readOnly, conversation.moderated]).toEqual([true, false]);
    chat.conversations.putRole(ROOM, "moderator");
    expect([conversation.readOnly, conversation.moderated]).toEqual([false, true]);
  });

  it("saysThatWhoIsAloneClosesItByLeaving", async () => {
    chat.conversations.put(summary({ role: "owner", memberCount: 2 }));
    const conversation = await open();
    expect(conversation.leaving).toBe(text.conversation.leaveBody);
    chat.conversations.put(summary({ role: "owner", memberCount: 1 }));
    expect(conversation.leaving).toBe(text.conversation.leaveAlone);
    chat.conversations.put(summary({ kind: "group", memberCount: 2 }));
    expect(conversation.leaving).toBe(text.groups.leaveGroupBody);
    chat.conversations.put(summary({ kind: "group", memberCount: 1 }));
    expect(conversation.leaving).toBe(text.conversation.leaveAlone);
  });

  it("saysThatTheLastOwnerStays", async () => {
    const conversation = await open();
    server.bus.answer("chat.room.leave", () => {
      throw refusal("LAST_OWNER");
    });
    await view.leaveRoom();
    expect(conversation.problem).toBe(text.failures.lastOwner);
    expect(view.conversation).toBe(conversation);
  });
});
