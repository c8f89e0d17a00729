import {
  FailureCode,
  type ClientId,
  type ConversationId,
  type MessageItem,
} from "../contract/generated.ts";
import { backoff } from "./backoff.ts";
import { Changes } from "./Changes.ts";
import { Failure } from "./Failure.ts";
import type { BusPort, Cancel, Clock, NewId, Random } from "./ports.ts";

/** The most messages kept in this page, those that wait and those that were refused. */
export const MAX_UNSENT = 200;

/** A message that the server has not acknowledged. */
export type Outgoing = {
  readonly conversation: ConversationId;
  readonly clientId: ClientId;
  readonly text: string;
  /** Milliseconds since 1970 by this machine's clock. */
  readonly writtenAt: number;
  /** Why the server refused it; undefined while it waits. */
  readonly refused: Failure | undefined;
};

export interface OutboxPorts {
  readonly bus: BusPort;
  readonly clock: Clock;
  readonly random: Random;
  readonly newId: NewId;
  /** The server stored it. */
  stored(conversation: ConversationId, message: MessageItem): void;
}

/** Messages that cannot be sent because their author is not in the room any more. */
export type Stranded = {
  readonly conversation: ConversationId;
  /** The name that the room had. */
  readonly name: string;
  readonly messages: readonly Outgoing[];
};

type Lane = {
  /** The name of the room, if its author is out of it. */
  left: string | undefined;
  entries: readonly Outgoing[];
  sending: boolean;
  attempt: number;
  pause: Cancel | undefined;
};

const NOTHING: readonly Outgoing[] = [];

/**
 * Own messages on their way, in memory. One unacknowledged send per conversation; the next starts
 * after the reply, so that they are stored in the order of writing. What may have been stored is
 * sent again under the same id until the server says something definite.
 */
export class Outbox {
  readonly changes = new Changes();
  readonly #lanes = new Map<ConversationId, Lane>();
  #connected = false;

  constructor(private readonly ports: OutboxPorts) {}

  /** What waits or was refused in one conversation, in the order of writing. */
  of(conversation: ConversationId): readonly Outgoing[] {
    return this.#lanes.get(conversation)?.entries ?? NOTHING;
  }

  /** How many messages wait, over all conversations. */
  get waiting(): number {
    return this.#all.filter((entry) => entry.refused === undefined).length;
  }

  /** How many messages would be lost with this page: those that wait and those refused. */
  get unsent(): number {
    return this.#all.length;
  }

  /** What was written in rooms that were left, also in those that were entered again since. */
  get stranded(): readonly Stranded[] {
    return [...this.#lanes].flatMap(([conversation, { left, entries }]) =>
      left === undefined || entries.length === 0
        ? []
        : [{ conversation, name: left, messages: entries }],
    );
  }

  /** Takes a message over; false if there are too many already. */
  add(conversation: ConversationId, text: string): boolean {
    if (this.unsent >= MAX_UNSENT) {
      return false;
    }
    const lane = this.#lane(conversation);
    const entry: Outgoing = {
      conversation,
      text,
      clientId: this.ports.newId(),
      writtenAt: this.ports.clock.now(),
      refused: undefined,
    };
    this.#replace(lane, [...lane.entries, entry]);
    this.#pump(conversation, lane);
    return true;
  }

  /** Sends a refused message once more. */
  retry(conversation: ConversationId, clientId: ClientId): void {
    this.#refuse(conversation, clientId, undefined);
    const lane = this.#lanes.get(conversation);
    if (lane !== undefined) {
      this.#pump(conversation, lane);
    }
  }

  /** The message is stored, or its author gave it up. */
  remove(conversation: ConversationId, clientId: ClientId): void {
    const lane = this.#lanes.get(conversation);
    if (lane?.entries.some((entry) => entry.clientId === clientId) === true) {
      this.#replace(
        lane,
        lane.entries.filter((entry) => entry.clientId !== clientId),
      );
      this.#pump(conversation, lane);
    }
  }

  /** Its author is out of the room: what waits is refused, and kept until it is given up. */
  strand(conversation: ConversationId, name: string): void {
    const lane = this.#lanes.get(conversation);
    if (lane !== undefined) {
      lane.left = name;
      const refused = new Failure(FailureCode.NOT_A_MEMBER);
      this.#replace(
        lane,
        lane.entries.map((entry) => ({ ...entry, refused: entry.refused ?? refused })),
      );
    }
  }

  connected(): void {
    if (!this.#connected) {
      this.#connected = true;
      for (const [conversation, lane] of this.#lanes) {
        lane.attempt = 0;
        this.#pump(conversation, lane);
      }
    }
  }

  disconnected(): void {
    this.#connected = false;
    for (const lane of this.#lanes.values()) {
      lane.pause?.();
      lane.pause = undefined;
    }
  }

  /** Ends it: what was not sent is lost. */
  dispose(): void {
    this.disconnected();
    this.#lanes.clear();
    this.changes.emit();
  }

  get #all(): readonly Outgoing[] {
    return [...this.#lanes.values()].flatMap((lane) => lane.entries);
  }

  #lane(conversation: ConversationId): Lane {
    let lane = this.#lanes.get(conversation);
    if (lane === undefined) {
      lane = { left: undefined, entries: NOTHING, sending: false, attempt: 0, pause: undefined };
      this.#lanes.set(conversation, lane);
    }
    return lane;
  }

  #pump(conversation: ConversationId, lane: Lane): void {
    if (lane.sending || lane.pause !== undefined) {
      return;
    }
    if (lane.entries.length === 0) {
      this.#lanes.delete(conversation);
      return;
    }
    const next = lane.entries.find((entry) => entry.refused === undefined);
    if (next === undefined || !this.#connected) {
      return;
    }
    lane.sending = true;
    void this.#send(lane, next).then(() => {
      lane.sending = false;
      this.#pump(conversation, lane);
    });
  }

  async #send(lane: Lane, { conversation, clientId, text }: Outgoing): Promise<void> {
    try {
      const content = { type: "text", text } as const;
      const { message } = await this.ports.bus.request("chat.message.send", {
        conversation,
        clientId,
        content,
      });
      lane.attempt = 0;
      this.ports.stored(conversation, message);
      this.remove(conversation, clientId);
    } catch (cause) {
      this.#failed(lane, conversation, clientId, Failure.from(cause));
    }
  }

  #failed(lane: Lane, conversation: ConversationId, clientId: ClientId, failure: Failure): void {
    if (failure.duty === "show") {
      this.#refuse(conversation, clientId, failure);
      return;
    }
    if (this.#connected) {
      const asked = (failure.retryAfter ?? 0) * 1_000;
      lane.pause = this.ports.clock.schedule(
        Math.max(asked, backoff(lane.attempt, this.ports.random)),
        () => {
          lane.pause = undefined;
          this.#pump(conversation, lane);
        },
      );
      lane.attempt += 1;
    }
  }

  #refuse(conversation: ConversationId, clientId: ClientId, refused: Failure | undefined): void {
    const lane = this.#lanes.get(conversation);
    if (lane !== undefined) {
      this.#replace(
        lane,
        lane.entries.map((entry) => (entry.clientId === clientId ? { ...entry, refused } : entry)),
      );
    }
  }

  #replace(lane: Lane, entries: readonly Outgoing[]): void {
    lane.entries = entries;
    this.changes.emit();
  }
}
