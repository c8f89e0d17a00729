import { describe, expect, it } from "vitest";
import { CachedPages } from "../testing/CachedPages.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { ROOM, seeded } from "../testing/samples.ts";
import { WRITE_AFTER_MS } from "./Caching.ts";
import { PAGE } from "./Room.ts";

const HISTORIES = 40;
const STEPS = 60;

describe("Remembered, any history of pages", () => {
  it("showsWhatIsTrueOnceTheServerIsThere", async () => {
    const clock = new FakeClock();
    for (let seed = 1; seed <= HISTORIES; seed += 1) {
      const random = seeded(seed);
      const pages = new CachedPages(clock);
      await pages.start();
      for (let step = 0; step < STEPS; step += 1) {
        await live(pages, random());
        await clock.pass(random() * WRITE_AFTER_MS);
      }
      pages.end();
      await pages.start(random() < 0.5);
      pages.chat.open(ROOM);
      await settled();
      pages.chat.disconnected();
      await pages.connect();
      await clock.pass(60_000);
      const [shown, all] = [pages.texts(), pages.fresh()];
      expect(shown, `seed ${seed}`).toEqual(all.slice(-shown.length));
      expect(shown.length, `seed ${seed}`).toBeGreaterThanOrEqual(Math.min(all.length, PAGE));
      const known = pages.chat.conversations.get(ROOM);
      expect(known?.ordinal, `seed ${seed}`).toBe(all.length);
      pages.end();
    }
  });

  /** People write and change, events get lost, pages end and begin. */
  async function live(pages: CachedPages, dice: number): Promise<void> {
    const count = pages.fresh().length;
    if (dice < 0.4) {
      pages.say(1);
    } else if (dice < 0.55) {
      const at = Math.floor(((dice - 0.4) / 0.15) * count);
      pages.server.changeMessage(ROOM, at, `changed ${dice}`);
    } else if (dice < 0.65) {
      pages.chat.open(ROOM);
    } else if (dice < 0.7) {
      pages.server.deliver = undefined;
    } else if (dice < 0.8) {
      pages.end();
    } else if (dice < 0.9) {
      pages.end();
      await pages.connect();
    } else {
      pages.end();
      await pages.start(dice < 0.95);
    }
  }
});
