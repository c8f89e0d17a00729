import { beforeEach, describe, expect, it } from "vitest";
import { CachedPages } from "../testing/CachedPages.ts";
import { settled } from "../testing/FakeClock.ts";
import { FEED, ME, refusal, ROOM } from "../testing/samples.ts";
import { MAX_SEGMENT } from "./CacheStore.ts";
import { READ_WITHIN_MS, WRITE_AFTER_MS } from "./Caching.ts";
import { unreadOf } from "./Conversations.ts";
import { userFeed } from "./feedIds.ts";
import { FAR_BEHIND } from "./Subscriptions.ts";

const OTHER = "0190a000-0000-7000-8000-000000000002";

describe("Remembered", () => {
  let pages: CachedPages;

  beforeEach(() => {
    pages = new CachedPages();
  });

  /** A page reads the newest messages of a room and writes what it knows. */
  async function visit(): Promise<void> {
    await pages.start();
    pages.chat.open(ROOM);
    await pages.clock.pass(WRITE_AFTER_MS * 2);
  }

  it("showsConversationsAndMessagesWithoutAServer", async () => {
    pages.say(5);
    await visit();
    pages.end();
    await pages.start(false);
    expect(pages.chat.ready).toBe(true);
    expect(pages.chat.conversations.list.map(({ id, ordinal }) => [id, ordinal])).toEqual([
      [ROOM, 5],
    ]);
    pages.chat.open(ROOM);
    await settled();
    expect(pages.texts()).toEqual(pages.fresh());
    expect(pages.chat.open(ROOM).failure).toBeUndefined();
  });

  it("goesOnFromWhereItWasWithoutListingAnew", async () => {
    pages.say(5);
    await visit();
    pages.end();
    pages.say(7);
    pages.server.enter(OTHER);
    pages.server.bus.asked.length = 0;
    await pages.start(false);
    pages.chat.open(ROOM);
    await pages.connect();
    expect(pages.texts()).toEqual(pages.fresh());
    expect(pages.server.bus.bodiesOf("chat.history.read")).toEqual([]);
    expect(pages.chat.conversations.list.map(({ id }) => id).sort()).toEqual([ROOM, OTHER]);
    const [resume] = pages.server.bus.bodiesOf("gateway.session.resume");
    expect(resume?.feeds).toContainEqual({ feed: FEED, position: 5 });
    expect(resume?.feeds).toContainEqual({ feed: userFeed(ME.account), position: 1 });
  });

  it("showsNothingThatWasChangedMeanwhileOnceTheServerAnswered", async () => {
    pages.say(5);
    await visit();
    pages.end();
    pages.server.changeMessage(ROOM, 1, "");
    pages.server.changeMessage(ROOM, 3, "edited");
    await pages.start(false);
    pages.chat.open(ROOM);
    await settled();
    expect(pages.texts()[1]).toBe("text of anna-1");
    const seen: (string | undefined)[][] = [];
    // A range is put in one go: what comes between its items nobody sees.
    const look = (): void => queueMicrotask(() => seen.push(pages.texts()));
    pages.chat.open(ROOM).timeline.changes.subscribe(look);
    await pages.connect();
    expect(seen[0]).toEqual(pages.fresh());
    expect(pages.texts()).toEqual(pages.fresh());
  });

  it("showsNothingOldWhileMuchIsReadPageByPage", async () => {
    pages.say(5);
    await visit();
    pages.end();
    pages.say(250);
    pages.server.changeMessage(ROOM, 1, "");
    await pages.start(false);
    pages.chat.open(ROOM);
    await settled();
    expect(pages.texts()[1]).toBe("text of anna-1");
    const seen: (string | undefined)[] = [];
    const look = (): void => queueMicrotask(() => seen.push(...pages.texts()));
    pages.chat.open(ROOM).timeline.changes.subscribe(look);
    await pages.connect();
    expect(seen).toContain("text of anna-254");
    expect(seen).not.toContain("text of anna-1");
    expect(pages.texts()).toEqual(pages.fresh().slice(-pages.texts().length));
  });

  it("bringsForwardAnOlderSegmentThanTheList", async () => {
    pages.say(5);
    await visit();
    pages.end();
    // The next page hears of a change, and never opens the room.
    await pages.start();
    pages.server.changeMessage(ROOM, 1, "");
    pages.say(3);
    await pages.clock.pass(WRITE_AFTER_MS * 2);
    pages.end();
    await pages.start(false);
    pages.chat.open(ROOM);
    await pages.connect();
    expect(pages.texts()).toEqual(pages.fresh());
  });

  it("readsAnewWhatIsTooFarBehind", async () => {
    pages.say(5);
    await visit();
    pages.end();
    pages.server.changeMessage(ROOM, 1, "");
    pages.say(FAR_BEHIND + 5);
    await pages.start(false);
    pages.chat.open(ROOM);
    await pages.connect();
    expect(pages.texts()).toEqual(pages.fresh().slice(-50));
    expect(pages.chat.open(ROOM).timeline.more).toBe(true);
  });

  it("believesNothingOfAPastThatTheServerLost", async () => {
    pages.say(5);
    await visit();
    pages.end();
    pages.server.loseLast(ROOM, 3);
    pages.server.post(ROOM, "berta", "berta-1", "another third");
    await pages.start(false);
    pages.chat.open(ROOM);
    await pages.connect();
    await pages.clock.pass(60_000);
    expect(pages.texts()).toEqual(pages.fresh());
  });

  it("showsNothingOfALostPastToPagesThatDidNotOpenIt", async () => {
    pages.say(5);
    await visit();
    pages.end();
    pages.server.loseLast(ROOM, 3);
    await pages.start();
    await pages.clock.pass(60_000);
    pages.end();
    await pages.start(false);
    pages.chat.open(ROOM);
    await settled();
    expect(pages.texts()).toEqual([]);
    await pages.connect();
    expect(pages.texts()).toEqual(pages.fresh());
  });

  it("writesNoListThatLacksWhatItsPositionHasPassed", async () => {
    await visit();
    const away = (): never => {
      throw refusal("UNAVAILABLE");
    };
    pages.server.bus.answer("chat.conversation.list", away);
    pages.server.enter(OTHER);
    pages.say(1);
    await pages.clock.pass(WRITE_AFTER_MS * 2);
    pages.end();
    const before = pages.server.bus.bodiesOf("chat.conversation.list").length;
    pages.server.listAgain();
    await pages.start();
    expect(pages.chat.conversations.list.map(({ id }) => id).sort()).toEqual([ROOM, OTHER]);
    expect(pages.server.bus.bodiesOf("chat.conversation.list").length).toBeGreaterThan(before);
  });

  it("forgetsARoomThatOneLeftMeanwhile", async () => {
    pages.say(5);
    await visit();
    pages.end();
    pages.server.remove(ROOM);
    await pages.start();
    expect(pages.chat.conversations.list).toEqual([]);
    await pages.clock.pass(WRITE_AFTER_MS * 2);
    expect((await pages.cache.readList())?.conversations).toEqual([]);
    expect(await pages.cache.readSegment(ROOM)).toBeUndefined();
  });

  it("tellsTheReadMarkThatAnEarlierPageCouldNotTell", async () => {
    pages.say(5);
    await visit();
    pages.end();
    pages.server.away = true;
    pages.chat.readMarks.seen(ROOM, 4);
    await pages.clock.pass(WRITE_AFTER_MS * 2);
    await pages.start(false);
    const room = pages.chat.conversations.get(ROOM);
    expect(room === undefined ? undefined : unreadOf(room)).toBe(1);
    await pages.connect();
    await pages.clock.pass(5_000);
    expect(pages.server.rooms.get(ROOM)?.readOrdinal).toBe(4);
  });

  it("keepsTheNewestMessagesOnly", async () => {
    pages.say(MAX_SEGMENT + 20);
    await pages.start();
    const room = pages.chat.open(ROOM);
    await settled();
    while (room.timeline.more) {
      await room.loadEarlier();
    }
    pages.say(1);
    await pages.clock.pass(WRITE_AFTER_MS * 2);
    const segment = await pages.cache.readSegment(ROOM);
    expect(segment?.messages).toHaveLength(MAX_SEGMENT);
    expect(segment?.more).toBe(true);
    pages.end();
    await pages.start(false);
    pages.chat.open(ROOM);
    await pages.connect();
    expect(pages.texts()).toEqual(pages.fresh().slice(-MAX_SEGMENT));
    await pages.chat.open(ROOM).loadEarlier();
    expect(pages.texts()).toEqual(pages.fresh());
  });

  it("doesWithoutACacheThatFailsOrHangs", async () => {
    pages.say(5);
    pages.cache.failure = new Error("forbidden");
    await visit();
    expect(pages.texts()).toEqual(pages.fresh());
    pages.end();
    pages.cache.failure = undefined;
    pages.cache.readList = () => new Promise(() => undefined);
    await pages.start();
    await pages.clock.pass(READ_WITHIN_MS);
    expect(pages.texts()).toEqual([]);
    await settled();
    expect(pages.texts()).toEqual(pages.fresh());
  });
});
