import type { ClientId, ConversationId } from "../contract/generated.ts";
import type { Chat } from "../model/Chat.ts";
import type { Refused } from "../model/Outbox.ts";
import { observe } from "./observe.ts";

export type UnsentMessage = {
  readonly clientId: ClientId;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** A room that I am not in, perhaps not any more: then what I wrote last may still be here. */
export class StrangeRoomViewModel {
  readonly #observe: () => void;

  constructor(
    readonly id: ConversationId,
    private readonly chat: Chat,
  ) {
    this.#observe = observe(chat.outbox.changes);
  }

  /** The name it had, if messages of mine were not sent there. */
  get name(): string | undefined {
    return this.#stranded?.name;
  }

  get unsent(): readonly UnsentMessage[] {
    const messages = this.#stranded?.messages ?? [];
    return messages.map(({ clientId, text, writtenAt }) => ({ clientId, text, at: writtenAt }));
  }

  discard(clientId: ClientId): void {
    this.chat.outbox.remove(clientId);
  }

  get #stranded(): Refused | undefined {
    this.#observe();
    return this.chat.stranded.find(({ conversation }) => conversation === this.id);
  }
}
