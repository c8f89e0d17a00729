import type { ConversationId, ConversationSummary } from "../contract/generated.ts";
import type { BusPort } from "./ports.ts";

export type EnteringPorts = {
  readonly bus: BusPort;
  /** Takes in a conversation that is mine now. */
  readonly welcome: (summary: ConversationSummary) => void;
  /** Finds out what is mine. */
  readonly reload: () => void;
};

/** Coming into rooms. The reply brings what is entered, so the event of it need not be heeded. */
export class Entering {
  readonly #underWay = new Set<ConversationId>();

  constructor(private readonly ports: EnteringPorts) {}

  get idle(): boolean {
    return this.#underWay.size === 0;
  }

  has(id: ConversationId): boolean {
    return this.#underWay.has(id);
  }

  create(id: ConversationId, name: string, topic?: string): Promise<void> {
    const request = { conversation: id, name, ...(topic === undefined ? {} : { topic }) };
    return this.by(id, () => this.ports.bus.request("chat.room.create", request));
  }

  join(id: ConversationId): Promise<void> {
    return this.by(id, () => this.ports.bus.request("chat.room.join", { conversation: id }));
  }

  /** In the way that is asked for. */
  async by(
    id: ConversationId,
    ask: () => Promise<{ readonly room: ConversationSummary }>,
  ): Promise<void> {
    this.#underWay.add(id);
    try {
      const { room } = await ask();
      this.ports.welcome(room);
    } catch (cause) {
      // It may have happened all the same, and its event was not heeded.
      this.ports.reload();
      throw cause;
    } finally {
      this.#underWay.delete(id);
    }
  }
}
