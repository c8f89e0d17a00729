import type { ConversationId } from "../contract/generated.ts";
import { backoff } from "./backoff.ts";
import type { Conversations } from "./Conversations.ts";
import { Failure } from "./Failure.ts";
import type { BusPort, Cancel, Clock, Random } from "./ports.ts";

/** How long reading is watched before the server is told, in milliseconds. */
export const SETTLE_MS = 400;

/** Moves my read marks: here at once, on the server a moment later, or once it is there again. */
export class ReadMarks {
  /** What the server was not told yet; at most one entry for each of my conversations. */
  readonly #untold = new Map<ConversationId, number>();
  #connected = false;
  #telling = false;
  #timer: Cancel | undefined;
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

  /** My own message was stored: if I had seen everything before it, I have seen it, too. */
  wrote(id: ConversationId, ordinal: number): void {
    const known = this.conversations.get(id);
    if (known !== undefined && known.readOrdinal >= ordinal - 1) {
      this.seen(id, ordinal);
    }
  }

  /** What the server was not told yet. */
  get untold(): readonly (readonly [ConversationId, number])[] {
    return [...this.#untold];
  }

  /** What an earlier page did not tell the server. */
  restore(untold: readonly (readonly [ConversationId, number])[]): void {
    untold.forEach(([id, ordinal]) => this.#untold.set(id, ordinal));
    this.#plan(SETTLE_MS);
  }

  connected(): void {
    this.#connected = true;
    this.#attempt = 0;
    this.#plan(SETTLE_MS);
  }

  disconnected(): void {
    this.#connected = false;
    this.#timer?.();
    this.#timer = undefined;
  }

  /** Ends it: what the server was not told is forgotten. */
  dispose(): void {
    this.disconnected();
    this.#untold.clear();
  }

  #plan(ms: number): void {
    const idle = this.#timer === undefined && !this.#telling;
    if (idle && this.#connected && this.#untold.size > 0) {
      this.#timer = this.clock.schedule(ms, () => {
        this.#timer = undefined;
        void this.#tell();
      });
    }
  }

  async #tell(): Promise<void> {
    this.#telling = true;
    for (const [conversation, readOrdinal] of [...this.#untold]) {
      if (this.#connected) {
        await this.#tellOf(conversation, readOrdinal);
      }
    }
    this.#telling = false;
    this.#plan(SETTLE_MS + (this.#attempt === 0 ? 0 : backoff(this.#attempt, this.random)));
  }

  async #tellOf(conversation: ConversationId, readOrdinal: number): Promise<void> {
    try {
      await this.bus.request("chat.conversation.mark", { conversation, readOrdinal });
      this.#attempt = 0;
    } catch (cause) {
      if (Failure.from(cause).duty !== "show") {
        this.#attempt += 1;
        return;
      }
    }
    if (this.#untold.get(conversation) === readOrdinal) {
      this.#untold.delete(conversation);
    }
  }
}
