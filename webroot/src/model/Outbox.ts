import {
  FailureCode,
  type ClientId,
  type ConversationId,
  type MessageItem,
} from "../contract/generated.ts";
import { backoff } from "./backoff.ts";
import type { Changes } from "./Changes.ts";
import { Failure } from "./Failure.ts";
import type { ClaimTurn, OutboxStore } from "./OutboxStore.ts";
import type { BusPort, Cancel, Clock, Log, NewId, Random } from "./ports.ts";
import { type Outgoing, UnsentMessages } from "./UnsentMessages.ts";

export interface OutboxPorts {
  readonly bus: BusPort;
  readonly clock: Clock;
  readonly random: Random;
  readonly newId: NewId;
  readonly log: Log;
  readonly store: OutboxStore;
  readonly claimTurn: ClaimTurn;
  /** What a conversation is called now; empty if that is not known. */
  nameOf(conversation: ConversationId): string;
  /** The server stored it. */
  stored(conversation: ConversationId, message: MessageItem): void;
}

/** Messages that were refused, in one conversation. */
export type Refused = {
  readonly conversation: ConversationId;
  /** What it was called when the first of them was written. */
  readonly name: string;
  readonly messages: readonly Outgoing[];
};

type Lane = {
  sending: boolean;
  attempt: number;
  pause: Cancel | undefined;
  /** Why the message in front was not taken at the last attempt. */
  failure: Failure | undefined;
};

/**
 * Own messages on their way. Each is kept on the device before it is sent, and until the server has
 * acknowledged it; what it refused until its author sends it again or gives it up. One page of the
 * browser sends for all. One unacknowledged send per conversation; the next starts after the reply,
 * so that they are stored in the order of writing. What may have been stored is sent again under
 * the same id until the server says something definite: it drops repeats, so a crash between any
 * two steps neither loses nor doubles a message.
 */
export class Outbox {
  readonly #messages: UnsentMessages;
  readonly #lanes = new Map<ConversationId, Lane>();
  #connected = false;
  #myTurn = false;
  #endTurn: Cancel | undefined;

  constructor(private readonly ports: OutboxPorts) {
    this.#messages = new UnsentMessages(ports.store, ports.clock, ports.log);
    this.#messages.changes.subscribe(() => this.#pumpAll());
  }

  get changes(): Changes {
    return this.#messages.changes;
  }

  /** What waits or was refused in one conversation, in the order of writing. */
  of(conversation: ConversationId): readonly Outgoing[] {
    return this.#messages.of(conversation);
  }

  /** Why the first message that waits in a conversation was not taken, if this page tried. */
  holdUpOf(conversation: ConversationId): Failure | undefined {
    return this.of(conversation).some(isWaiting)
      ? this.#lanes.get(conversation)?.failure
      : undefined;
  }

  /** How many messages wait, over all conversations. */
  get waiting(): number {
    return this.#messages.list.filter(isWaiting).length;
  }

  /** How many messages are here, those that wait and those refused. */
  get unsent(): number {
    return this.#messages.list.length;
  }

  /** How many of them would be lost with this page. */
  get unkept(): number {
    return this.#messages.list.filter(({ kept }) => kept !== "device").length;
  }

  /** How many of them could not be kept on the device. */
  get inPageOnly(): number {
    return this.#messages.list.filter(({ kept }) => kept === "page").length;
  }

  /** What was refused, by conversation. */
  get refused(): readonly Refused[] {
    const found = new Map<ConversationId, Outgoing[]>();
    for (const message of this.#messages.list.filter((each) => !isWaiting(each))) {
      const { conversation } = message;
      found.set(conversation, [...(found.get(conversation) ?? []), message]);
    }
    return [...found].map(([conversation, messages]) => ({
      conversation,
      messages,
      name: messages[0]?.name ?? "",
    }));
  }

  /**
   * Takes a message over; false if there are too many already. `kept` hears once it is known
   * whether it would outlive this page.
   */
  add(
    conversation: ConversationId,
    text: string,
    kept: (onDevice: boolean) => void = () => undefined,
  ): boolean {
    const message = {
      conversation,
      name: this.ports.nameOf(conversation),
      text,
      clientId: this.ports.newId(),
      writtenAt: this.ports.clock.now(),
    };
    return this.#messages.add(message, kept);
  }

  /** Sends a refused message once more. */
  retry(clientId: ClientId): void {
    this.#messages.refuse([clientId], undefined);
  }

  /** The message is stored, or its author gave it up. */
  remove(clientId: ClientId): void {
    this.#messages.remove(clientId);
  }

  /** Its author is out of the conversation: what waits there is refused. */
  strand(conversation: ConversationId): void {
    const waiting = this.of(conversation).filter(isWaiting);
    this.#messages.refuse(
      waiting.map(({ clientId }) => clientId),
      FailureCode.NOT_A_MEMBER,
    );
  }

  connected(): void {
    if (this.#connected) {
      return;
    }
    this.#connected = true;
    this.#lanes.forEach((lane) => (lane.attempt = 0));
    this.#endTurn = this.ports.claimTurn(() => {
      this.#myTurn = true;
      void this.#messages.read();
    });
    this.#pumpAll();
  }

  disconnected(): void {
    this.#connected = false;
    this.#myTurn = false;
    this.#endTurn?.();
    this.#endTurn = undefined;
    for (const lane of this.#lanes.values()) {
      lane.pause?.();
      lane.pause = undefined;
      lane.failure = undefined;
    }
  }

  /** Ends it; what could not be kept on the device is lost. */
  dispose(): void {
    this.disconnected();
    this.#messages.dispose();
    this.#lanes.clear();
  }

  #pumpAll(): void {
    new Set(this.#messages.list.map(({ conversation }) => conversation)).forEach((conversation) =>
      this.#pump(conversation),
    );
    for (const [conversation, lane] of this.#lanes) {
      if (!lane.sending && this.of(conversation).length === 0) {
        lane.pause?.();
        this.#lanes.delete(conversation);
      }
    }
  }

  #pump(conversation: ConversationId): void {
    const next = this.of(conversation).find(isWaiting);
    if (next === undefined || !this.#maySend(next)) {
      return;
    }
    const lane = this.#lane(conversation);
    if (!lane.sending && lane.pause === undefined) {
      lane.sending = true;
      void this.#send(lane, next).then(() => {
        lane.sending = false;
        this.#pumpAll();
      });
    }
  }

  /** What is in this page alone no other page can send. */
  #maySend({ kept }: Outgoing): boolean {
    return this.#connected && (kept === "page" || (kept === "device" && this.#myTurn));
  }

  #lane(conversation: ConversationId): Lane {
    const lane = this.#lanes.get(conversation) ?? {
      sending: false,
      attempt: 0,
      pause: undefined,
      failure: undefined,
    };
    this.#lanes.set(conversation, lane);
    return lane;
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
      lane.failure = undefined;
      this.ports.stored(conversation, message);
      this.remove(clientId);
    } catch (cause) {
      this.#failed(lane, conversation, clientId, Failure.from(cause));
    }
  }

  #failed(lane: Lane, conversation: ConversationId, clientId: ClientId, failure: Failure): void {
    if (failure.duty === "show") {
      lane.failure = undefined;
      this.#messages.refuse([clientId], failure.code);
      return;
    }
    if (this.#connected) {
      const asked = (failure.retryAfter ?? 0) * 1_000;
      lane.pause = this.ports.clock.schedule(
        Math.max(asked, backoff(lane.attempt, this.ports.random)),
        () => {
          lane.pause = undefined;
          this.#pump(conversation);
        },
      );
      lane.attempt += 1;
      lane.failure = failure;
      this.changes.emit();
    }
  }
}

function isWaiting({ refused }: Outgoing): boolean {
  return refused === undefined;
}
