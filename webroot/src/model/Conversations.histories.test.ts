import { describe, expect, it } from "vitest";
import type { ConversationItem, ConversationSummary } from "../contract/generated.ts";
import { OPEN, ROOM, seeded, summary } from "../testing/samples.ts";
import { Conversations } from "./Conversations.ts";

const SEEDS = 30;
const STEPS = 60;

/** How a conversation is described at one number of its feed. */
type Description = Pick<ConversationSummary, "name" | "topic" | "avatar" | "memberCount">;

/**
 * A page that hears a feed in order, misses nothing, and meanwhile takes lists and answers that were
 * read at any moment and arrive late: at the end it shows what a fresh page reads.
 */
describe("histories of attributes", () => {
  it.each(Array.from({ length: SEEDS }, (_, seed) => seed))(
    "end as read anew (seed %i)",
    (seed) => {
      const random = seeded(seed);
      const pick = <T>(from: readonly T[]): T | undefined =>
        from[Math.floor(random() * from.length)];
      const told: Description[] = [described(pick)];
      const summaryAt = (head: number): ConversationSummary => summary({ ...told[head], head });
      const conversations = new Conversations();
      conversations.put(summaryAt(0));
      let heard = 0;
      const hear = (): void => {
        heard += 1;
        conversations.putAttributes(ROOM, item(heard, told[heard] ?? {}));
      };
      for (let step = 0; step < STEPS; step += 1) {
        const what = random();
        if (what < 0.5) {
          told.push(described(pick));
        } else if (what < 0.8 && heard < told.length - 1) {
          hear();
        } else {
          conversations.put(summaryAt(Math.floor(random() * told.length)));
        }
      }
      while (heard < told.length - 1) {
        hear();
      }
      conversations.put(summaryAt(Math.floor(random() * told.length)));
      const fresh = new Conversations();
      fresh.put(summaryAt(told.length - 1));
      expect(conversations.get(ROOM)).toEqual(fresh.get(ROOM));
    },
  );
});

function described(pick: <T>(from: readonly T[]) => T | undefined): Description {
  const topic = pick(["Bach", undefined]);
  const avatar = pick(["one", "other", undefined]);
  return {
    name: pick(["Choir", "Band"]) ?? "",
    memberCount: pick([1, 2, 3]) ?? 1,
    ...(topic === undefined ? {} : { topic }),
    ...(avatar === undefined ? {} : { avatar }),
  };
}

function item(changed: number, description: Partial<Description>): ConversationItem {
  return {
    type: "conversation",
    changed,
    kind: "room",
    name: "",
    memberCount: 0,
    policy: OPEN,
    ...description,
  };
}
