import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { FakeServer } from "../testing/FakeServer.ts";
import { MemoryCacheStore } from "../testing/MemoryCacheStore.ts";
import { keptInMemory } from "../testing/MemoryOutboxStore.ts";
import { counting, FEED, ME, refusal, ROOM, silent } from "../testing/samples.ts";
import { WRITE_AFTER_MS } from "./Caching.ts";
import { Chat } from "./Chat.ts";
import { userFeed } from "./feedIds.ts";
import { FAR_BEHIND } from "./Subscriptions.ts";
import { REFUSED_PAUSE_MS } from "./Synchronising.ts";
import { textOf } from "./messages.ts";

const OTHER = "0190a000-0000-7000-8000-000000000002";
const THIRD = "0190a000-0000-7000-8000-000000000003";
const OWN = userFeed(ME.account);

describe("Synchronising", () => {
  let clock: FakeClock;
  let server: FakeServer;
  let chat: Chat;
  let foreign: number;

  beforeEach(() => {
    clock = new FakeClock();
    server = new FakeServer();
    foreign = 0;
    chat = new Chat(ME, {
      bus: server.bus,
      clock,
      random: () => 0.5,
      newId: counting("mine-"),
      log: silent,
      unsent: keptInMemory(),
      cache: new MemoryCacheStore(),
      notMine: () => {
        foreign += 1;
      },
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

  function say(count: number, room = ROOM): void {
    for (let at = 0; at < count; at += 1) {
      const number = server.summaryOf(room).ordinal + 1;
      server.post(room, "anna", `anna-${room}-${number}`, `text ${number}`);
    }
  }

  const texts = (): (string | undefined)[] => chat.open(ROOM).timeline.messages.map(textOf);
  const rooms = (): string[] => chat.conversations.list.map(({ id }) => id).sort();
  const lists = (): number => server.bus.bodiesOf("chat.conversation.list").length;

  it("findsARoomThatWasEnteredWhileTheListWasRead", async () => {
    server.enter(OTHER);
    server.enter(THIRD);
    server.pageSize = 1;
    server.betweenPages = () => {
      // Its place was on the page before.
      if (!server.rooms.has(ROOM)) {
        server.enter(ROOM);
      }
    };
    await connect();
    expect(rooms()).toEqual([ROOM, OTHER, THIRD]);
    say(1);
    expect(texts()).toEqual([]);
    expect(chat.conversations.get(ROOM)?.ordinal).toBe(1);
  });

  it("listsEveryRoomHoweverFewAPageHolds", async () => {
    const many = Array.from(
      { length: 30 },
      (_, nr) => `0190a000-0000-7000-8000-0000000001${String(nr).padStart(2, "0")}`,
    );
    many.forEach((id) => server.enter(id));
    server.pageSize = 1;
    await connect();
    expect(rooms()).toEqual(many);
  });

  it("keepsARoomThatIsOnNoPage", async () => {
    server.enter(ROOM);
    await connect();
    server.bus.answer("chat.conversation.list", () => ({
      conversations: [server.summaryOf(OTHER)],
      through: server.headOf(OWN),
    }));
    server.enter(OTHER);
    await settled();
    expect(lists()).toBe(2);
    expect(rooms()).toEqual([ROOM, OTHER]);
  });

  it("learnsFromTheOwnFeedWhatWasLeftMeanwhileHoweverMuchItTells", async () => {
    server.enter(ROOM);
    server.enter(OTHER);
    await connect();
    disconnect();
    server.remove(OTHER);
    for (let turn = 0; turn <= FAR_BEHIND; turn += 1) {
      server.enter(THIRD);
    }
    await connect();
    await clock.pass(1_000);
    expect(rooms()).toEqual([ROOM, THIRD]);
  });

  it("doesNotListWithoutAPauseWhatIsFarBehindAndOnNoPage", async () => {
    server.enter(ROOM);
    await connect();
    disconnect();
    say(FAR_BEHIND + 1);
    server.bus.answer("chat.conversation.list", () => ({ conversations: [], through: 1 }));
    await connect();
    expect(lists()).toBe(2);
    await clock.pass(5_000);
    expect(lists()).toBeLessThan(12);
    expect(rooms()).toEqual([ROOM]);
  });

  it("keepsARoomThatItMayNotHearForNowAndTriesItAgain", async () => {
    server.enter(ROOM);
    server.enter(OTHER);
    await connect();
    disconnect();
    server.refused.set(FEED, "TOO_MANY");
    say(1);
    say(1, OTHER);
    await connect();
    expect(rooms()).toEqual([ROOM, OTHER]);
    expect(chat.refusalOf(ROOM)?.is("TOO_MANY")).toBe(true);
    expect(chat.refusalOf(OTHER)).toBeUndefined();
    expect(chat.conversations.get(OTHER)?.ordinal).toBe(1);

    const resumes = server.bus.bodiesOf("gateway.session.resume").length;
    await clock.pass(REFUSED_PAUSE_MS * 1.5 - 1);
    expect(server.bus.bodiesOf("gateway.session.resume")).toHaveLength(resumes);
    server.refused.clear();
    await clock.pass(1);
    expect(chat.refusalOf(ROOM)).toBeUndefined();
    expect(chat.conversations.get(ROOM)?.ordinal).toBe(1);
    await clock.pass(WRITE_AFTER_MS);
    expect(clock.planned).toBe(0);
  });

  it("triesWhatWasRefusedAtOnceWhenAskedTo", async () => {
    server.enter(ROOM);
    server.refused.set(FEED, "TOO_MANY");
    await connect();
    server.refused.clear();
    chat.retryRefused();
    await settled();
    expect(chat.refusalOf(ROOM)).toBeUndefined();
    await clock.pass(WRITE_AFTER_MS);
    expect(clock.planned).toBe(0);
  });

  it("removesARoomThatItMayNotHearAnyMore", async () => {
    server.enter(ROOM);
    await connect();
    disconnect();
    server.refused.set(FEED, "NOT_A_MEMBER");
    await connect();
    expect(rooms()).toEqual([]);
  });

  it("readsARoomAnewWhoseServerWasRestoredFromABackup", async () => {
    server.enter(ROOM);
    say(5);
    await connect();
    chat.open(ROOM);
    await settled();
    disconnect();
    server.loseLast(ROOM, 3);
    await connect();
    expect(texts()).toEqual(["text 1", "text 2"]);
    expect(chat.conversations.get(ROOM)?.ordinal).toBe(2);
    server.post(ROOM, "anna", "anna-new", "after the backup");
    expect(texts()).toEqual(["text 1", "text 2", "after the backup"]);
    expect(chat.conversations.get(ROOM)?.lastMessage?.content).toEqual({
      type: "text",
      text: "after the backup",
    });
  });

  it("believesNoHeadThatIsOnlyBehind", async () => {
    server.enter(ROOM);
    say(5);
    await connect();
    chat.open(ROOM);
    await settled();
    disconnect();
    // A gateway that has not heard yet what the database holds.
    server.bus.answer("gateway.session.resume", ({ feeds }) => ({
      feeds: feeds.map(({ feed }) => ({ feed, head: 0 })),
    }));
    await connect();
    expect(texts()).toHaveLength(5);
    expect(lists()).toBe(1);
    expect(server.bus.bodiesOf("chat.feed.read")).not.toEqual([]);
    say(1);
    expect(texts()).toHaveLength(6);
  });

  it("readsNothingAnewForEverFromAServerThatKnowsNoPosition", async () => {
    server.enter(ROOM);
    say(5);
    await connect();
    server.bus.answer("gateway.session.resume", ({ feeds }) => ({
      feeds: feeds.map(({ feed }) => ({ feed, head: 0 })),
    }));
    server.bus.answer("chat.feed.read", () => {
      throw refusal("MALFORMED", "after");
    });
    disconnect();
    await connect();
    await clock.pass(1_000);
    expect(lists()).toBeLessThanOrEqual(3);
    expect(chat.refusalOf(ROOM)?.is("MALFORMED")).toBe(true);
    expect(rooms()).toEqual([ROOM]);
  });

  it("saysNothingInTheNameOfAnAccountThatTheServerTakesForAnother", async () => {
    server.enter(ROOM);
    await connect();
    disconnect();
    chat.outbox.add(ROOM, "for my friends");
    chat.readMarks.seen(ROOM, 1);
    server.refused.set(OWN, "FORBIDDEN");
    await connect();
    await clock.pass(5_000);
    expect(foreign).toBe(1);
    expect(server.bus.bodiesOf("chat.message.send")).toEqual([]);
    expect(server.bus.bodiesOf("chat.conversation.mark")).toEqual([]);
    disconnect();
    server.refused.clear();
    await connect();
    expect(server.bus.bodiesOf("chat.message.send")).toHaveLength(1);
  });

  it("leavesNothingBehindWhenItEnds", async () => {
    server.enter(ROOM);
    say(3);
    await connect();
    chat.open(ROOM);
    await settled();
    chat.readMarks.seen(ROOM, 2);
    chat.people.find("anna");
    server.refused.set(FEED, "TOO_MANY");
    server.bus.answer("chat.message.send", () => Promise.reject(refusal("UNAVAILABLE")));
    chat.outbox.add(ROOM, "unsent");
    const room = chat.open(ROOM);
    await settled();
    disconnect();
    await connect();
    chat.readMarks.seen(ROOM, 3);
    chat.people.find("berta");
    expect(clock.planned).toBeGreaterThan(0);

    chat.disconnected();
    await clock.pass(WRITE_AFTER_MS);
    expect(clock.planned).toBe(0);
    chat.readMarks.seen(ROOM, 4);
    expect(clock.planned).toBe(1);
    chat.dispose();
    expect(clock.planned).toBe(0);
    const asked = server.bus.asked.length;
    say(1);
    chat.people.find("carla");
    await clock.pass(3_600_000);
    expect(server.bus.asked).toHaveLength(asked);
    expect(clock.planned).toBe(0);
    expect(chat.conversations.list).toEqual([]);
    expect(room.timeline.messages).toEqual([]);
    expect(chat.outbox.unsent).toBe(0);
    expect(chat.people.find(ME.account)).toBeUndefined();
  });
});
