import type { ClientId, ConversationId } from "../contract/generated.ts";
import type { Chat } from "../model/Chat.ts";
import type { Former } from "../model/Conversations.ts";
import type { Refused } from "../model/Outbox.ts";
import { text } from "../text/en.ts";
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
    this.#observe = observe(chat.outbox.changes, chat.conversations.changes);
  }

  /** The name it had, if I was there while this page was open or have unsent messages for it. */
  get name(): string | undefined {
    return this.#former?.name ?? this.#stranded?.name;
  }

  /** What stands above: what it was called, if that is known. */
  get title(): string {
    return this.#former?.name ?? text.gone.title;
  }

  /** What came to pass; undefined if I was not there while this page was open. */
  get event(): string | undefined {
    const former = this.#former;
    if (former === undefined) {
      return undefined;
    }
    return former.removed ? text.gone.removed(former.name) : text.gone.left(former.name);
  }

  /** How I may come back, as far as it is known. */
  get way(): string {
    const former = this.#former;
    if (former === undefined) {
      return text.gone.perhaps;
    }
    return this.barred ? text.gone.byOthers : text.gone.byDirectory;
  }

  /** Whether joining it from the directory would be refused. */
  get barred(): boolean {
    const former = this.#former;
    return former !== undefined && (former.removed || former.kind === "group");
  }

  get unsent(): readonly UnsentMessage[] {
    const messages = this.#stranded?.messages ?? [];
    return messages.map((message) => ({
      clientId: message.clientId,
      text: message.text,
      at: message.writtenAt,
    }));
  }

  discard(clientId: ClientId): void {
    this.chat.outbox.remove(clientId);
  }

  get #former(): Former | undefined {
    this.#observe();
    return this.chat.conversations.former(this.id);
  }

  get #stranded(): Refused | undefined {
    this.#observe();
    return this.chat.stranded.find(({ conversation }) => conversation === this.id);
  }
}
