import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { FakeServer } from "../testing/FakeServer.ts";
import { MemoryCacheStore } from "../testing/MemoryCacheStore.ts";
import { keptInMemory } from "../testing/MemoryOutboxStore.ts";
import { counting, ME, ROOM, seeded, silent } from "../testing/samples.ts";
import { Chat } from "./Chat.ts";
import { unreadOf } from "./Conversations.ts";
import { PAGE } from "./Room.ts";
import { FAR_BEHIND } from "./Subscriptions.ts";
import { textOf } from "./messages.ts";

const OTHER = "0190a000-0000-7000-8000-000000000002";

describe("Chat", () => {
  let clock: FakeClock;
  let server: FakeServer;
  let chat: Chat;

  beforeEach(() => {
    clock = new FakeClock();
    server = new FakeServer();
    const newId = counting("mine-");
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
  });

  function connect(): Promise<void> {
    server.away = false;
    server.deliver = (address, body) => chat.deliver(address, body);
    chat.connected();
    return settled();
  }

  function disconnect(): void {
    server.away = true;
    server.deliver = undefined;
    chat.disconnected();
  }

  function say(count: number, room = ROOM, from = 0): void {
    for (let at = 1; at <= count; at += 1) {
      server.post(room, "anna", `anna-${from + at}`, `text ${from + at}`);
    }
  }

  const texts = (room = ROOM): (string | undefined)[] =>
    chat.open(room).timeline.messages.map(textOf);
  const unread = (room = ROOM): number | undefined => {
    const conversation = chat.conversations.get(room);
    return conversation === undefined ? undefined : unreadOf(conversation);
  };

  it("listsMyConversationsAndListensFromTheirHeads", async () => {
    server.enter(ROOM);
    say(3);
    await connect();
    expect(chat.ready).toBe(true);
    expect(unread()).toBe(3);
    say(1, ROOM, 3);
    expect(unread()).toBe(4);
    expect(server.bus.bodiesOf("gateway.session.resume")).toHaveLength(1);
  });

  it("showsThePageAndWhatArrivesAfterwards", async () => {
    server.enter(ROOM);
    say(PAGE + 10);
    await connect();
    chat.open(ROOM);
    say(2, ROOM, PAGE + 10);
    await settled();
    expect(texts()).toHaveLength(PAGE + 2);
    expect(texts().at(-1)).toBe(`text ${PAGE + 12}`);
    await chat.open(ROOM).loadEarlier();
    expect(texts()).toHaveLength(PAGE + 12);
    expect(texts()[0]).toBe("text 1");
  });

  it("showsAnOwnMessageOnceWhetherEventOrReplyComesFirst", async () => {
    server.enter(ROOM);
    await connect();
    chat.open(ROOM);
    chat.outbox.add(ROOM, "hello");
    await settled();
    expect(texts()).toEqual(["hello"]);
    expect(chat.outbox.of(ROOM)).toEqual([]);
    server.deliver = undefined;
    chat.outbox.add(ROOM, "again");
    await settled();
    expect(texts()).toEqual(["hello", "again"]);
  });

  it("settlesAnOwnMessageByItsEventWhenTheReplyIsLost", async () => {
    server.enter(ROOM);
    await connect();
    chat.open(ROOM);
    await settled();
    server.bus.answer("chat.message.send", ({ conversation, clientId, content }) => {
      server.post(conversation, ME.account, clientId, textOf({ content }) ?? "");
      return new Promise(() => undefined);
    });
    chat.outbox.add(ROOM, "hello");
    await settled();
    expect(texts()).toEqual(["hello"]);
    expect(chat.outbox.of(ROOM)).toEqual([]);
  });

  it("bringsItselfUpToDateAfterReconnecting", async () => {
    server.enter(ROOM);
    await connect();
    chat.open(ROOM);
    say(2);
    disconnect();
    say(5, ROOM, 2);
    chat.outbox.add(ROOM, "written offline");
    await clock.pass(60_000);
    expect(texts()).toHaveLength(2);
    await connect();
    expect(texts()).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((n) => `text ${n}`).concat("written offline"),
    );
    expect(server.bus.bodiesOf("chat.conversation.list")).toHaveLength(1);
  });

  it("readsAConversationAnewThatIsFarBehind", async () => {
    server.enter(ROOM);
    say(1);
    await connect();
    chat.open(ROOM);
    await settled();
    disconnect();
    say(FAR_BEHIND + 5, ROOM, 1);
    await connect();
    await settled();
    expect(texts()).toHaveLength(PAGE);
    expect(texts().at(-1)).toBe(`text ${FAR_BEHIND + 6}`);
    say(1, ROOM, FAR_BEHIND + 6);
    expect(texts().at(-1)).toBe(`text ${FAR_BEHIND + 7}`);
    expect(server.bus.bodiesOf("chat.feed.read")).toEqual([]);
  });

  it("learnsOfARoomEnteredElsewhere", async () => {
    await connect();
    server.enter(ROOM, "Found");
    await settled();
    expect(chat.conversations.get(ROOM)?.name).toBe("Found");
    say(1);
    expect(unread()).toBe(1);
  });

  it("doesNotListAgainForARoomItEntersItself", async () => {
    server.rooms.set(OTHER, { name: "Open", messages: [], readOrdinal: 0 });
    server.rooms.delete(OTHER);
    await connect();
    await chat.entering.join(OTHER);
    await settled();
    expect(chat.conversations.get(OTHER)).toBeDefined();
    expect(server.bus.bodiesOf("chat.conversation.list")).toHaveLength(1);
    say(1, OTHER);
    expect(unread(OTHER)).toBe(1);
  });

  it("forgetsARoomItWasRemovedFrom", async () => {
    server.enter(ROOM);
    await connect();
    server.remove(ROOM);
    await settled();
    expect(chat.conversations.get(ROOM)).toBeUndefined();
  });

  it("asksAnewWhenItIsPutOutOfARoomThatItBelongsToAllTheSame", async () => {
    server.enter(ROOM);
    await connect();
    chat.open(ROOM);
    server.turnOver(ROOM);
    say(1);
    await clock.pass(1_000);
    expect(texts()).toEqual(["text 1"]);
    say(1, ROOM, 1);
    expect(texts()).toEqual(["text 1", "text 2"]);
  });

  it("tellsTheServerWhatWasReadOnceReadingSettles", async () => {
    server.enter(ROOM);
    say(3);
    await connect();
    chat.readMarks.seen(ROOM, 2);
    chat.readMarks.seen(ROOM, 3);
    chat.readMarks.seen(ROOM, 1);
    expect(unread()).toBe(0);
    expect(server.bus.bodiesOf("chat.conversation.mark")).toEqual([]);
    await clock.pass(1_000);
    expect(server.bus.bodiesOf("chat.conversation.mark")).toEqual([
      { conversation: ROOM, readOrdinal: 3 },
    ]);
  });

  it("doesNotCountMyOwnMessagesAsUnread", async () => {
    server.enter(ROOM);
    server.enter(OTHER);
    say(1, OTHER);
    await connect();
    chat.outbox.add(ROOM, "mine, from elsewhere");
    chat.outbox.add(ROOM, "and another one");
    chat.outbox.add(OTHER, "mine, behind one that I have not seen");
    await clock.pass(1_000);
    expect(chat.outbox.unsent).toBe(0);
    expect(unread()).toBe(0);
    expect(server.rooms.get(ROOM)?.readOrdinal).toBe(2);
    expect(unread(OTHER)).toBe(2);
  });

  it("tellsTheReadMarkLaterWhenThereIsNoConnection", async () => {
    server.enter(ROOM);
    say(3);
    await connect();
    disconnect();
    chat.readMarks.seen(ROOM, 3);
    await clock.pass(5_000);
    await connect();
    await clock.pass(60_000);
    expect(server.rooms.get(ROOM)?.readOrdinal).toBe(3);
  });

  it("showsWhatAFreshPageWouldShowAfterAnyHistory", async () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const random = seeded(seed);
      server = new FakeServer();
      server.enter(ROOM);
      chat = new Chat(ME, {
        bus: server.bus,
        clock,
        random,
        newId: counting(`mine-${seed}-`),
        log: silent,
        unsent: keptInMemory(),
        cache: new MemoryCacheStore(),
        notMine: () => undefined,
      });
      await connect();
      chat.open(ROOM);
      await settled();
      await live(random);
      await connect();
      await clock.pass(120_000);
      const fresh = server.rooms.get(ROOM)?.messages.map(textOf);
      expect(texts(), `seed ${seed}`).toEqual(fresh);
      expect(chat.outbox.waiting, `seed ${seed}`).toBe(0);
      expect(chat.conversations.get(ROOM)?.ordinal, `seed ${seed}`).toBe(fresh?.length);
      disconnect();
    }
  });

  /** People write, events are lost, the connection comes and goes. */
  async function live(random: () => number): Promise<void> {
    for (let step = 0; step < 60; step += 1) {
      const dice = random();
      if (dice < 0.45) {
        say(1, ROOM, step * 10);
      } else if (dice < 0.65) {
        chat.outbox.add(ROOM, `own ${step}`);
      } else if (dice < 0.75) {
        server.deliver = undefined;
      } else if (dice < 0.85) {
        disconnect();
      } else if (dice < 0.95) {
        disconnect();
        await connect();
      } else {
        await clock.pass(500);
      }
    }
    disconnect();
  }
});
