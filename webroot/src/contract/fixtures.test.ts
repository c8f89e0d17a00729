import { beforeEach, describe, expect, it } from "vitest";
import accepted from "../../../contract/src/main/resources/fixtures/MessageAccepted.json";
import conversationItem from "../../../contract/src/main/resources/fixtures/ConversationItem.json";
import conversationPage from "../../../contract/src/main/resources/fixtures/ConversationPage.json";
import created from "../../../contract/src/main/resources/fixtures/RoomCreated.json";
import historyPage from "../../../contract/src/main/resources/fixtures/HistoryPage.json";
import joined from "../../../contract/src/main/resources/fixtures/RoomJoined.json";
import left from "../../../contract/src/main/resources/fixtures/RoomLeft.json";
import memberItem from "../../../contract/src/main/resources/fixtures/MemberItem.json";
import membershipItem from "../../../contract/src/main/resources/fixtures/MembershipItem.json";
import messageItem from "../../../contract/src/main/resources/fixtures/MessageItem.json";
import profiles from "../../../contract/src/main/resources/fixtures/Profiles.json";
import range from "../../../contract/src/main/resources/fixtures/Range.json";
import readMarked from "../../../contract/src/main/resources/fixtures/ReadMarked.json";
import readMarkItem from "../../../contract/src/main/resources/fixtures/ReadMarkItem.json";
import resumed from "../../../contract/src/main/resources/fixtures/Resumed.json";
import reach from "../../../contract/src/main/resources/fixtures/Reach.json";
import relationItem from "../../../contract/src/main/resources/fixtures/RelationItem.json";
import relationPage from "../../../contract/src/main/resources/fixtures/RelationPage.json";
import relations from "../../../contract/src/main/resources/fixtures/Relations.json";
import roomPage from "../../../contract/src/main/resources/fixtures/RoomPage.json";
import settingsItem from "../../../contract/src/main/resources/fixtures/SettingsItem.json";
import settingsRead from "../../../contract/src/main/resources/fixtures/Settings.json";
import { Chat } from "../model/Chat.ts";
import { type Conversation, unreadOf } from "../model/Conversations.ts";
import { conversationFeed, eventsOf, userFeed } from "../model/feedIds.ts";
import { Connection } from "../net/Connection.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { FakeSocket } from "../testing/FakeSocket.ts";
import { MemoryCacheStore } from "../testing/MemoryCacheStore.ts";
import { keptInMemory } from "../testing/MemoryOutboxStore.ts";
import { silent } from "../testing/samples.ts";
import { DirectoryViewModel } from "../viewmodel/DirectoryViewModel.svelte.ts";
import { textOf } from "../model/messages.ts";

const ADA = "0191b5a0-0000-7000-8000-0000000000a1";
const GRACE = "0191b5a0-0000-7000-8000-0000000000a2";
const ROOM = "0191b5a0-0000-7000-8000-0000000000c1";
const CLIENT_ID = "0191b5a0-0000-7000-8000-0000000000e1";
const TEXT = 'Hello, *Grace*!\nTwo lines, "quotes", 😀.';

/** The room as it was before everything that the fixtures tell. */
const [listed] = conversationPage.conversations;
const before = {
  ...listed,
  name: "Engines",
  topic: "?",
  avatar: undefined,
  memberCount: 1,
  role: "owner",
  head: 5,
};
const early = { ...before, ordinal: 3, lastMessage: undefined };

type Asked = FakeSocket["sent"][number];

/** Every fixture goes the way that the server's bytes go: socket, frame, request or feed, model. */
describe("fixtures of the contract", () => {
  let clock: FakeClock;
  let socket: FakeSocket;
  let chat: Chat;
  let foreign: number;
  let answers: Record<string, unknown>;

  beforeEach(() => {
    clock = new FakeClock();
    socket = new FakeSocket();
    foreign = 0;
    answers = {
      "chat.conversation.list": { conversations: [early], through: 0 },
      "chat.relation.list": { relations: [], through: 0 },
      "chat.settings.read": settingsRead,
    };
  });

  async function start(account: string): Promise<void> {
    const connection = new Connection({
      openSocket: () => socket,
      confirmSession: () => Promise.resolve("valid"),
      onHint: () => () => undefined,
      clock,
      random: () => 0.5,
      log: silent,
    });
    chat = new Chat(
      { account, username: "me", displayName: "Me" },
      {
        bus: connection,
        clock,
        random: () => 0.5,
        newId: () => CLIENT_ID,
        log: silent,
        unsent: keptInMemory(),
        cache: new MemoryCacheStore(),
        notMine: () => {
          foreign += 1;
        },
      },
    );
    connection.start({
      connected: () => chat.connected(),
      disconnected: () => chat.disconnected(),
      deliver: (address, body) => chat.deliver(address, body),
      probe: (deadlineMs) => chat.probe(deadlineMs),
      sessionOver: () => undefined,
    });
    socket.open();
    await answered();
  }

  /** Answers what is asked until nothing is. */
  async function answered(): Promise<void> {
    await settled();
    for (let asked = socket.sent.shift(); asked !== undefined; asked = socket.sent.shift()) {
      socket.receive({ type: "rec", address: asked.replyAddress, body: answerTo(asked) }, true);
      await settled();
    }
  }

  function answerTo({ address, body }: Asked): unknown {
    if (address === "chat.profile.refresh") {
      return { profiles: [] };
    }
    if (address in answers) {
      return answers[address];
    }
    if (address !== "gateway.session.resume") {
      expect.fail(`the test answers nothing at ${address}`);
    }
    const { feeds } = body as { readonly feeds: readonly { feed: string; position: number }[] };
    return { feeds: feeds.map(({ feed, position }) => ({ feed, head: position })) };
  }

  const happens = (
    feed: string,
    after: number,
    items: readonly { changed: number; state?: string; openTo?: string }[],
  ): void => {
    const body = { feed, after, through: items.at(-1)?.changed, items };
    socket.receive({ type: "rec", address: eventsOf(feed), body }, true);
  };
  const room = (): Conversation => chat.conversations.get(ROOM) ?? expect.fail("no room");
  const texts = (): (string | undefined)[] => chat.open(ROOM).timeline.messages.map(textOf);

  function expectRoomAsListed(): void {
    expect(room()).toMatchObject({
      kind: "room",
      name: "Analytical engines",
      topic: "Everything that computes",
      memberCount: 2,
      role: "member",
      ordinal: 4,
      avatar: listed?.avatar,
    });
    expect(unreadOf(room())).toBe(1);
    expect(room().lastMessage?.content).toEqual({ type: "text", text: TEXT });
  }

  it("showAListOfConversationsPageByPage", async () => {
    const asked: unknown[] = [];
    answers = {
      "chat.relation.list": { relations: [], through: 0 },
      "chat.settings.read": settingsRead,
      get "chat.conversation.list"() {
        return asked.push(1) === 1 ? conversationPage : { conversations: [], through: 99 };
      },
    };
    await start(ADA);
    expect(asked).toHaveLength(2);
    expectRoomAsListed();
    happens(userFeed(ADA), 12, [{ ...readMarkItem, changed: 13 }]);
    expect(unreadOf(room())).toBe(0);
  });

  it("bringARoomUpToDateWhenItIsResumedAndRefuseAnother", async () => {
    answers["gateway.session.resume"] = resumed;
    await start(ADA);
    expectResumed();
    expect(foreign).toBe(1);
    expect(chat.refusalOf(ROOM)).toBeUndefined();
  });

  it("applyARangeWithEachKindOfItem", async () => {
    await start(GRACE);
    socket.receive({ type: "rec", address: eventsOf(range.feed), body: range }, true);
    expectResumed();
    expect(room().role).toBe("member");
  });

  function expectResumed(): void {
    const { name, topic, memberCount, ordinal, lastMessage } = room();
    expect({ name, topic, memberCount, ordinal, content: lastMessage?.content }).toEqual({
      name: "Analytical engines",
      topic: "Everything that computes",
      memberCount: 2,
      ordinal: 4,
      content: { type: "text", text: TEXT },
    });
  }

  it("applyEachItemOfAConversationAlone", async () => {
    await start(GRACE);
    happens(conversationFeed(ROOM), 5, [memberItem]);
    expect(room()).toMatchObject({ role: "member", memberCount: 1 });
    happens(conversationFeed(ROOM), 7, [conversationItem]);
    const { avatar, name } = conversationItem;
    expect(room()).toMatchObject({ name, avatar, memberCount: 2, ordinal: 3 });
    happens(conversationFeed(ROOM), 8, [messageItem]);
    expect(room()).toMatchObject({ ordinal: 4, lastMessage: { sender: ADA, posted: 9 } });
  });

  it("applyEachItemOfAnAccount", async () => {
    answers["chat.conversation.list"] = { conversations: [], through: 0 };
    await start(ADA);
    answers["chat.conversation.list"] = { conversations: [early], through: 2 };
    happens(userFeed(ADA), 0, [membershipItem]);
    await answered();
    expect(room().readOrdinal).toBe(3);
    happens(userFeed(ADA), 2, [readMarkItem]);
    expect(room().readOrdinal).toBe(4);
    happens(userFeed(ADA), 3, [{ ...membershipItem, changed: 4, state: "left" }]);
    expect(chat.conversations.list).toEqual([]);
  });

  it("showAPageOfHistory", async () => {
    answers["chat.history.read"] = historyPage;
    await start(ADA);
    const { timeline } = chat.open(ROOM);
    await answered();
    expect(texts()).toEqual([TEXT]);
    expect(timeline).toMatchObject({ loaded: true, more: true, before: 9 });
    expect(timeline.messages[0]).toMatchObject({ sender: ADA, storedAt: 1767225600123 });
  });

  it("settleAMessageThatWasAccepted", async () => {
    answers["chat.history.read"] = { messages: [], more: false, through: 5 };
    answers["chat.message.send"] = accepted;
    await start(ADA);
    chat.open(ROOM);
    chat.outbox.add(ROOM, TEXT);
    expect(chat.outbox.waiting).toBe(1);
    await answered();
    expect(chat.outbox.unsent).toBe(0);
    expect(texts()).toEqual([TEXT]);
  });

  it.each([
    ["chat.room.create", created],
    ["chat.room.join", joined],
  ])("enterARoomBy %s", async (address, fixture) => {
    answers["chat.conversation.list"] = { conversations: [], through: 0 };
    answers[address] = fixture;
    await start(ADA);
    const { entering } = chat;
    const done =
      address === "chat.room.join" ? entering.join(ROOM) : entering.create(ROOM, "Engines");
    await answered();
    await done;
    expectRoomAsListed();
  });

  it("leaveARoom", async () => {
    answers["chat.room.leave"] = left;
    await start(ADA);
    const done = chat.leaveRoom(ROOM);
    await answered();
    await done;
    expect(chat.conversations.list).toEqual([]);
  });

  it("takeAReadMark", async () => {
    answers["chat.conversation.mark"] = readMarked;
    answers["chat.conversation.list"] = { ...conversationPage, next: undefined };
    await start(ADA);
    chat.readMarks.seen(ROOM, 4);
    await clock.pass(1_000);
    expect(socket.sent.map(({ body }) => body)).toEqual([{ conversation: ROOM, readOrdinal: 4 }]);
    await answered();
    await clock.pass(5_000);
    expect(socket.sent).toEqual([]);
  });

  it("fillTheDirectory", async () => {
    answers["chat.room.list"] = roomPage;
    await start(ADA);
    const directory = new DirectoryViewModel(chat, clock, () => undefined);
    await answered();
    expect(directory.rooms).toMatchObject([
      { conversation: ROOM, name: "Analytical engines", memberCount: 2, joined: true },
    ]);
    expect(directory.more).toBe(true);
  });

  it("tellHowIStandToPeople", async () => {
    answers["chat.relation.list"] = { ...relationPage, next: undefined };
    await start(ADA);
    expect(chat.relations.loaded).toBe(true);
    expect(chat.relations.openTo).toBe("rooms");
    expect(chat.relations.mode).toBe("busy");
    expect(chat.relations.sharesLastSeen).toBe(true);
    const asked = { state: "outgoing", note: "We met at the engine.", since: 1_767_225_600_123 };
    expect(chat.relations.of(GRACE)).toMatchObject(asked);
    happens(userFeed(ADA), 0, [{ ...relationItem, changed: 5, state: "friends" }]);
    expect(chat.relations.of(GRACE)?.state).toBe("friends");
    happens(userFeed(ADA), 5, [{ ...settingsItem, changed: 6, openTo: "everybody" }]);
    expect(chat.relations.openTo).toBe("everybody");
    answers["chat.friend.end"] = { relations: [{ ...relations.relations[0], changed: 7 }] };
    const done = chat.befriending.end(GRACE);
    await answered();
    await done;
    expect(chat.relations.of(GRACE)?.state).toBe("outgoing");
    answers["chat.person.reach"] = { ...reach, writes: false };
    const learned = chat.befriending.ask(GRACE);
    await answered();
    await learned;
    expect(chat.befriending.writesTo(GRACE)).toBe(false);
  });

  it("nameWhoWrites", async () => {
    answers["chat.profile.read"] = profiles;
    await start(GRACE);
    expect(chat.people.find(ADA)).toBeUndefined();
    await clock.pass(100);
    await answered();
    expect(chat.people.find(ADA)).toMatchObject({ username: "ada", displayName: "Ada Lovelace" });
  });
});
