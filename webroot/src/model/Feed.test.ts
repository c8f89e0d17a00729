import { beforeEach, describe, expect, it } from "vitest";
import { LIMITS, type Item, type MessageItem, type Range } from "../contract/generated.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { FEED, live, message, refusal, seeded } from "../testing/samples.ts";
import { Failure } from "./Failure.ts";
import { Feed, HOLD_MS } from "./Feed.ts";

describe("Feed", () => {
  let clock: FakeClock;
  let put: Item[];
  let reads: number[];
  let lost: Failure[];
  let answer: (after: number) => Range | Promise<Range>;

  beforeEach(() => {
    clock = new FakeClock();
    put = [];
    reads = [];
    lost = [];
    answer = () => Promise.reject(new Error("nothing to read"));
  });

  function feedAt(position: number | undefined): Feed {
    return new Feed(FEED, position, {
      clock,
      random: () => 0.5,
      put: (_, items) => put.push(...items),
      lost: (_, failure) => lost.push(failure),
      read: async (_, after) => {
        reads.push(after);
        return answer(after);
      },
    });
  }

  function listening(position: number): Feed {
    const feed = feedAt(position);
    feed.resumed(position);
    return feed;
  }

  const posted = (): number[] => put.map((item) => (item as MessageItem).posted);

  it("appliesARangeThatJoinsOn", () => {
    const feed = listening(4);
    feed.take(live(5));
    expect(posted()).toEqual([5]);
    expect(feed.position).toBe(5);
  });

  it("dropsARangeThatEndsAtOrBeforeThePosition", () => {
    const feed = listening(5);
    feed.take(live(5));
    expect(put).toEqual([]);
    expect(feed.position).toBe(5);
  });

  it("appliesARangeThatOverlapsThePosition", () => {
    const feed = listening(5);
    feed.take({ feed: FEED, after: 3, through: 7, items: [message(4), message(6), message(7)] });
    expect(feed.position).toBe(7);
    expect(posted()).toEqual([4, 6, 7]);
  });

  it("holdsAnEarlyRangeUntilTheOneBeforeArrives", async () => {
    const feed = listening(4);
    feed.take(live(6));
    await clock.pass(HOLD_MS - 1);
    expect(put).toEqual([]);
    feed.take(live(5));
    expect(posted()).toEqual([5, 6]);
    await clock.pass(10 * HOLD_MS);
    expect(reads).toEqual([]);
  });

  it("fetchesTheGapAfterTheHold", async () => {
    const feed = listening(4);
    answer = () => ({ feed: FEED, after: 4, through: 6, items: [message(5), message(6)] });
    feed.take(live(6));
    await clock.pass(HOLD_MS);
    expect(reads).toEqual([4]);
    expect(posted()).toEqual([5, 6]);
    expect(feed.position).toBe(6);
    expect(clock.planned).toBe(0);
  });

  it("readsPagesUntilTheLastOne", async () => {
    const feed = feedAt(0);
    const page = (after: number, count: number): Range => ({
      feed: FEED,
      after,
      through: after + count,
      items: Array.from({ length: count }, (_, at) => message(after + at + 1)),
    });
    const full = LIMITS.Range.MAX_ITEMS;
    answer = (after) => page(after, after < 2 * full ? full : 3);
    feed.resumed(2 * full + 3);
    await settled();
    expect(reads).toEqual([0, full, 2 * full]);
    expect(feed.position).toBe(2 * full + 3);
    expect(posted()).toHaveLength(2 * full + 3);
  });

  it("readsOnWherePagesWereCutByWeight", async () => {
    const feed = feedAt(0);
    answer = (after) => ({ feed: FEED, after, through: after + 1, items: [message(after + 1)] });
    feed.resumed(3);
    await settled();
    expect(reads).toEqual([0, 1, 2]);
    expect(feed.position).toBe(3);
    expect(clock.planned).toBe(0);
  });

  it("readsOnFromTheEndOfTheResumedRange", async () => {
    const feed = feedAt(2);
    answer = (after) => ({ feed: FEED, after, through: 9, items: [message(9)] });
    feed.resumed(9, { feed: FEED, after: 2, through: 5, items: [message(5)] });
    await settled();
    expect(reads).toEqual([5]);
    expect(posted()).toEqual([5, 9]);
  });

  it("startsAtTheHeadWhenItHasNoPosition", () => {
    const feed = feedAt(undefined);
    feed.take(live(8));
    feed.resumed(7);
    expect(posted()).toEqual([8]);
    expect(feed.position).toBe(8);
  });

  it("keepsWhatArrivesBeforeTheAnswerToResuming", () => {
    const feed = feedAt(4);
    feed.take(live(7));
    expect(put).toEqual([]);
    feed.resumed(6, { feed: FEED, after: 4, through: 6, items: [message(5), message(6)] });
    expect(posted()).toEqual([5, 6, 7]);
  });

  it("triesAgainWithBackOffWhenFetchingFails", async () => {
    const feed = listening(4);
    let failing = 2;
    answer = () => {
      failing -= 1;
      return failing >= 0
        ? Promise.reject(Failure.unavailable("server"))
        : { feed: FEED, after: 4, through: 6, items: [message(5), message(6)] };
    };
    feed.take(live(6));
    await clock.pass(HOLD_MS);
    expect(reads).toHaveLength(1);
    await clock.pass(60_000);
    expect(reads).toHaveLength(3);
    expect(feed.position).toBe(6);
    expect(clock.planned).toBe(0);
  });

  it("endsWhenTheServerRefusesTheFeed", async () => {
    const feed = listening(4);
    answer = () => Promise.reject(refusal("NOT_A_MEMBER"));
    feed.take(live(6));
    await clock.pass(60_000);
    expect(reads).toHaveLength(1);
    expect(lost).toHaveLength(1);
    expect(feed.listening).toBe(false);
  });

  it("dropsTheAnswerToAFetchOfAnEarlierConnection", async () => {
    const feed = listening(4);
    let reply: (range: Range) => void = () => undefined;
    answer = () => new Promise((resolve) => (reply = resolve));
    feed.take(live(6));
    await clock.pass(HOLD_MS);
    feed.suspend();
    feed.moveTo(100);
    const full = Array.from({ length: LIMITS.Range.MAX_ITEMS }, (_, at) => message(at + 5));
    reply({ feed: FEED, after: 4, through: 4 + full.length, items: full });
    await settled();
    expect(reads).toHaveLength(1);
    expect(put).toEqual([]);
    expect(feed.position).toBe(100);
  });

  it("bringsEveryHistoryToTheStateOfAFreshRead", async () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seeded(seed);
      const server = historyOf(random);
      const copy = new Map<number, MessageItem>();
      const feed = new Feed(FEED, 0, {
        clock,
        random,
        lost: () => expect.fail("lost"),
        read: (_, after) => Promise.resolve(server.range(after, server.head, 200)),
        put: (_, items) => merge(copy, items),
      });
      feed.resumed(0);
      for (const range of server.deliveries(random)) {
        feed.take(range);
        if (random() < 0.1) {
          await clock.pass(HOLD_MS);
        }
        if (random() < 0.05) {
          feed.suspend();
          feed.resumed(server.head, server.range(feed.position ?? 0, server.head, 7));
        }
      }
      await clock.pass(120_000);
      feed.resumed(server.head);
      await clock.pass(120_000);
      expect(feed.position, `seed ${seed}`).toBe(server.head);
      expect(copy, `seed ${seed}`).toEqual(server.fresh());
    }
  });
});

function merge(copy: Map<number, MessageItem>, items: readonly Item[]): void {
  for (const item of items as readonly MessageItem[]) {
    if ((copy.get(item.posted)?.changed ?? 0) < item.changed) {
      copy.set(item.posted, item);
    }
  }
}

/** A feed on the server: messages are posted and changed; ranges are lost, doubled and mixed up. */
function historyOf(random: () => number): {
  head: number;
  range(after: number, through: number, limit: number): Range;
  deliveries(random: () => number): readonly Range[];
  fresh(): Map<number, MessageItem>;
} {
  const states: MessageItem[] = [];
  const posted: number[] = [];
  for (let changed = 1; changed <= 80; changed += 1) {
    const old = posted[Math.floor(random() * posted.length)];
    const number = old !== undefined && random() < 0.3 ? old : changed;
    if (number === changed) {
      posted.push(number);
    }
    states.push(message(number, { changed }));
  }
  const head = states.length;
  const range = (after: number, through: number, limit: number): Range => {
    const newest = new Map<number, MessageItem>();
    states.slice(0, through).forEach((state) => newest.set(state.posted, state));
    const items = [...newest.values()]
      .filter((item) => item.changed > after)
      .sort((a, b) => a.changed - b.changed);
    const page = items.slice(0, limit);
    const last = page.at(-1)?.changed ?? through;
    return { feed: FEED, after, through: items.length > limit ? last : through, items: page };
  };
  return {
    head,
    range,
    fresh: () => {
      const all = new Map<number, MessageItem>();
      states.forEach((state) => all.set(state.posted, state));
      return all;
    },
    deliveries: (dice) => {
      const ranges: Range[] = [];
      for (let after = 0; after < head;) {
        const through = Math.min(head, after + 1 + Math.floor(dice() * 4));
        if (dice() > 0.15) {
          ranges.push(range(after, through, 200));
        }
        if (dice() < 0.15) {
          ranges.push(range(Math.max(0, after - 2), through, 200));
        }
        after = through;
      }
      for (let at = 1; at < ranges.length; at += 1) {
        const [one, other] = [ranges[at - 1], ranges[at]];
        if (dice() < 0.2 && one !== undefined && other !== undefined) {
          ranges.splice(at - 1, 2, other, one);
        }
      }
      return ranges;
    },
  };
}
