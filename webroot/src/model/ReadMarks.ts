import type { ConversationId } from "../contract/generated.ts";
import { backoff } from "./backoff.ts";
import type { Conversations } from "./Conversations.ts";
import { Failure } from "./Failure.ts";
import type { BusPort, Clock, Random } from "./ports.ts";

/** How long reading is watched before the server is told, in milliseconds. */
export const SETTLE_MS = 400;

/** Moves my read marks: here at once, on the server a moment later. */
export class ReadMarks {
  /** What the server was not told yet; at most one entry for each of my conversations. */
  readonly #untold = new Map<ConversationId, number>();
  #planned = false;
  #attempt = 0;

  constructor(
    private readonly conversations: Conversations,
    private readonly bus: BusPort,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** Everything up to `ordinal` was seen. */
  seen(id: ConversationId, ordinal: number): void {
    const known = this.conversations.get(id);
    if (known === undefined || ordinal <= known.readOrdinal) {
      return;
    }
    this.conversations.putReadMark(id, ordinal);
    this.#untold.set(id, ordinal);
    this.#plan(SETTLE_MS);
  }

  #plan(ms: number): void {
    if (!this.#planned) {
      this.#planned = true;
      this.clock.schedule(ms, () => void this.#tell());
    }
  }

  async #tell(): Promise<void> {
    for (const [conversation, readOrdinal] of [...this.#untold]) {
      try {
        await this.bus.request("chat.conversation.mark", { conversation, readOrdinal });
        this.#attempt = 0;
      } catch (cause) {
        if (Failure.from(cause).duty !== "show") {
          this.#attempt += 1;
          continue;
        }
      }
      if (this.#untold.get(conversation) === readOrdinal) {
        this.#untold.delete(conversation);
      }
    }
    this.#planned = false;
    if (this.#untold.size > 0) {
      this.#plan(SETTLE_MS + backoff(this.#attempt, this.random));
    }
  }
}
