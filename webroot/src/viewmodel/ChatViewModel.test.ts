import { beforeEach, describe, expect, it } from "vitest";
import { Chat } from "../model/Chat.ts";
import { FakeAccount } from "../testing/FakeAccount.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { FakeDrafts, FakePage } from "../testing/FakePage.ts";
import { FakeServer } from "../testing/FakeServer.ts";
import { FakeSight } from "../testing/FakeSight.ts";
import { MemoryCacheStore } from "../testing/MemoryCacheStore.ts";
import { keptInMemory } from "../testing/MemoryOutboxStore.ts";
import { counting, FEED, ME, ROOM, silent } from "../testing/samples.ts";
import { Changes } from "../model/Changes.ts";
import { ChatViewModel } from "./ChatViewModel.svelte.ts";
import { ConnectionViewModel } from "./ConnectionViewModel.ts";
import type { ConversationViewModel } from "./ConversationViewModel.svelte.ts";
import type { ConnectionPort } from "./ports.ts";
import { text } from "../text/en.ts";
import { roomPlace } from "./places.ts";
import { textOf } from "../model/messages.ts";

const OTHER = "0190a000-0000-7000-8000-000000000002";

describe("ChatViewModel", () => {
  let clock: FakeClock;
  let server: FakeServer;
  let page: FakePage;
  let sight: FakeSight;
  let drafts: FakeDrafts;
  let chat: Chat;
  let view: ChatViewModel;
  let connection: {
    changes: Changes;
    state: ConnectionPort["state"];
    crowded: boolean;
    retryNow: () => void;
  };

  beforeEach(async () => {
    clock = new FakeClock();
    server = new FakeServer();
    page = new FakePage();
    sight = new FakeSight();
    drafts = new FakeDrafts();
    server.enter(ROOM, "Room");
    server.enter(OTHER, "Other");
    server.deliver = (address, body) => chat.deliver(address, body);
    const newId = counting("0190a000-0000-7000-8000-00000000009");
    chat = new Chat(ME, {
      bus: server.bus,
      clock,
      random: () => 0.5,
      newId,
      log: silent,
      unsent: keptInMemory(),
      cache: new MemoryCacheStore(),
      notMine: () => undefined,
    });
    connection = {
      changes: new Changes(),
      state: "open",
      crowded: false,
      retryNow: () => undefined,
    };
    const status = new ConnectionViewModel(connection, chat.outbox, page);
    view = new ChatViewModel(chat, status, {
      account: new FakeAccount(),
      page,
      sight,
      drafts,
      clock,
      newId,
    });
    chat.connected();
    await settled();
  });

  function say(count: number, room = ROOM): void {
    for (let at = 0; at < count; at += 1) {
      const number = server.summaryOf(room).ordinal + 1;
      server.post(room, "anna", `anna-${room}-${number}`, `text ${number}`);
    }
  }

  async function open(room = ROOM): Promise<ConversationViewModel> {
    view.openRoom(room);
    await settled();
    if (view.conversation === undefined) {
      throw new Error("no conversation is open");
    }
    return view.conversation;
  }

  const lineOf = (conversation: ConversationViewModel): string | undefined => {
    const at = conversation.rows.findIndex((row) => row.kind === "new");
    const next = conversation.rows[at + 1];
    return at >= 0 && next?.kind === "message" ? next.text : undefined;
  };

  it("opensTheRoomThatTheAddressNames", async () => {
    expect(view.atStart).toBe(true);
    page.go(roomPlace(ROOM));
    await settled();
    expect(view.conversation?.name).toBe("Room");
    page.go(roomPlace("0190a000-0000-7000-8000-0000000000ff"));
    expect(view.conversation).toBeUndefined();
    expect(view.strange?.unsent).toEqual([]);
  });

  it("opensTheSettingsAndLeavesThem", async () => {
    view.openSettings();
    expect(page.place).toBe("settings");
    expect(view.settings).toBeDefined();
    expect(view.atStart).toBe(false);
    expect(page.title).toBe("Settings · Parley");
    const first = view.settings;
    page.go(roomPlace(ROOM));
    await settled();
    expect(view.settings).toBeUndefined();
    page.go("settings");
    expect(view.settings).not.toBe(first);
    expect(view.conversation).toBeUndefined();
  });

  it("explainsAnInvitationInAWindow", () => {
    view.createRoom();
    view.explainInvite();
    view.closeOverlay("create");
    expect(view.overlay?.kind).toBe("invited");
  });

  it("countsUnreadMessagesInTheTitle", async () => {
    say(2, OTHER);
    expect(page.title).toBe("(2) Parley");
    await open();
    expect(page.title).toBe("(2) Room · Parley");
  });

  it("marksReadOnlyWhatIsInViewOfSomebody", async () => {
    const conversation = await open();
    say(1);
    expect(conversation.unread).toBe(1);
    page.attended = false;
    conversation.atEnd = true;
    expect(conversation.unread).toBe(1);
    page.attend(true);
    expect(conversation.unread).toBe(0);
    await clock.pass(2_000);
    expect(server.rooms.get(ROOM)?.readOrdinal).toBe(1);
  });

  it("drawsTheLineWhereReadingStoppedAndKeepsItWhileReading", async () => {
    say(3);
    await clock.pass(100);
    const conversation = await open();
    expect(lineOf(conversation)).toBe("text 1");
    conversation.atEnd = true;
    expect(conversation.unread).toBe(0);
    expect(lineOf(conversation)).toBe("text 1");
    say(1);
    expect(lineOf(conversation)).toBe("text 1");
    await open(OTHER);
    expect(lineOf(await open())).toBeUndefined();
  });

  it("drawsNoLineForWhatArrivesInView", async () => {
    const conversation = await open();
    conversation.atEnd = true;
    say(2);
    expect(lineOf(conversation)).toBeUndefined();
    page.attend(false);
    say(1);
    expect(lineOf(conversation)).toBe("text 3");
  });

  it("announcesWhatOthersSayAndNotWhatOneSaysOneself", async () => {
    const conversation = await open();
    say(1);
    await settled();
    conversation.composer.text = "mine";
    conversation.composer.send();
    await settled();
    say(1);
    expect(conversation.announcement).toContain("text 3");
    conversation.composer.text = "mine too";
    conversation.composer.send();
    await settled();
    expect(conversation.announcement).toContain("text 3");
  });

  it("keepsADraftPerConversation", async () => {
    (await open()).composer.text = "half a thou";
    expect((await open(OTHER)).composer.text).toBe("");
    const { composer } = await open();
    expect(composer.text).toBe("half a thou");
    composer.send();
    expect(composer.text).toBe("");
    expect([...drafts.texts.values()].join("")).toBe("half a thou");
    await settled();
    expect([...drafts.texts.values()].join("")).toBe("");
  });

  it("showsADraftAsAnotherPageWritesIt", async () => {
    const first = await open();
    first.composer.text = "half";
    const [key] = [...drafts.texts.keys()];
    drafts.writeElsewhere(key ?? "", "half a thought");
    expect(first.composer.text).toBe("half a thought");
    const second = await open(OTHER);
    drafts.writeElsewhere(key ?? "", "");
    expect(first.composer.text).toBe("half a thought");
    expect(second.composer.text).toBe("");
    expect((await open()).composer.text).toBe("");
  });

  it("tellsTheLimitAndSendsNothingBeyondIt", async () => {
    const { composer } = await open();
    composer.text = "x".repeat(4_001);
    expect(composer.canSend).toBe(false);
    expect(composer.limitNote).toBe("1 character too long");
    composer.send();
    expect(chat.outbox.waiting).toBe(0);
    composer.text = "x".repeat(3_990);
    expect(composer.limitNote).toBe("10 characters left");
    composer.text = "  \n ";
    expect(composer.canSend).toBe(false);
  });

  it("goesToTheNextAndPreviousRoom", async () => {
    say(1);
    await open();
    view.openNeighbour(1);
    expect(view.conversation?.id).toBe(OTHER);
    view.openNeighbour(1);
    expect(view.conversation?.id).toBe(ROOM);
    view.openNeighbour(-1);
    expect(view.conversation?.id).toBe(OTHER);
  });

  it("offersUnreadRoomsFirstInTheSwitcher", () => {
    say(1);
    say(1, OTHER);
    chat.conversations.putReadMark(OTHER, 1);
    view.switchRoom();
    const overlay = view.overlay;
    const switcher = overlay?.kind === "switcher" ? overlay.switcher : expect.fail("no switcher");
    expect(switcher.offers.map(({ name }) => name)).toEqual(["Room", "Other"]);
    switcher.query = "oth";
    switcher.choose();
    expect(view.conversation?.id).toBe(OTHER);
    expect(view.overlay).toBeUndefined();
  });

  it("leavesTheRoomThatOneWasRemovedFrom", async () => {
    await open();
    server.remove(ROOM);
    expect(view.conversation).toBeUndefined();
    expect(view.strange?.id).toBe(ROOM);
    expect(view.sidebar.stranded).toEqual([]);
  });

  it("keepsWhatWasNotSentToARoomThatOneIsOutOf", async () => {
    const { composer } = await open();
    chat.disconnected();
    for (const words of ["one", "two"]) {
      composer.text = words;
      composer.send();
    }
    // It is told twice: when the room is resumed, and by the own feed.
    server.refused.set(FEED, "NOT_A_MEMBER");
    server.remove(ROOM);
    chat.connected();
    await settled();
    server.refused.clear();
    expect(view.sidebar.stranded).toEqual([{ id: ROOM, name: "Room", count: 2 }]);
    expect(view.strange?.name).toBe("Room");
    expect(view.strange?.unsent.map(({ text }) => text)).toEqual(["one", "two"]);
    expect(view.connection.unsent).toBe(2);
    view.strange?.discard(view.strange.unsent[0]?.clientId ?? "");
    expect(view.strange?.unsent.map(({ text }) => text)).toEqual(["two"]);

    await chat.entering.join(ROOM);
    await settled();
    expect(view.sidebar.stranded).toEqual([]);
    const again = await open();
    const row = again.rows.find((each) => each.kind === "message");
    expect(row).toMatchObject({ text: "two", state: "refused" });
    again.resend(row?.kind === "message" ? row.clientId : "");
    await settled();
    expect(server.rooms.get(ROOM)?.messages.map(textOf)).toEqual(["two"]);
    expect(view.connection.unsent).toBe(0);
  });

  it("saysThatARoomIsNotLiveAndTriesAgain", async () => {
    const conversation = await open();
    chat.disconnected();
    server.refused.set(FEED, "TOO_MANY");
    chat.connected();
    await settled();
    expect(view.conversation).toBe(conversation);
    expect(conversation.notLive).toBe(text.failures.tooMany);
    const liveRooms = view.sidebar.rows.filter(({ live }) => live).map(({ name }) => name);
    expect(liveRooms).toEqual(["Other"]);
    server.refused.clear();
    conversation.retryLive();
    await settled();
    expect(conversation.notLive).toBeUndefined();
    say(1);
    expect(conversation.unread).toBe(1);
  });

  it("tellsTheConnectionAndWhatWaits", () => {
    expect(view.connection.status).toBe("connected");
    connection.changes.emit();
    connection.state = "waiting";
    connection.changes.emit();
    expect(view.connection.status).toBe("reconnecting");
    page.online = false;
    expect(view.connection.status).toBe("offline");
    connection.crowded = true;
    connection.changes.emit();
    expect(view.connection.status).toBe("crowded");
    chat.disconnected();
    chat.outbox.add(ROOM, "later");
    expect(view.connection.waiting).toBe(1);
  });
});
