import type { Conversations } from "../model/Conversations.ts";
import type { Cancel, Clock } from "../model/ports.ts";
import { text } from "../text/en.ts";
import type { Page } from "./ports.ts";

/** Browsers can wait no longer, in milliseconds. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What the page is called: where I am, and how many unread messages call for me. */
export class PageTitle {
  #again: Cancel | undefined;

  constructor(
    private readonly conversations: Conversations,
    private readonly page: Page,
    private readonly clock: Clock,
  ) {}

  /** Names the page after a place, and again when a muting runs out. */
  show(place: string | undefined): void {
    const now = this.clock.now();
    this.page.entitle(text.title(place, this.conversations.callingAt(now)));
    this.dispose();
    const next = this.conversations.nextHeardAfter(now);
    if (next !== undefined) {
      const ms = Math.min(next - now, LONGEST_TIMER_MS);
      this.#again = this.clock.schedule(ms, () => this.show(place));
    }
  }

  dispose(): void {
    this.#again?.();
    this.#again = undefined;
  }
}
