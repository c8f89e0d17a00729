import type { ConversationId, MessageItem, RevisionPage } from "../contract/generated.ts";
import type { BusPort, NewId } from "./ports.ts";

/** How many earlier texts of a message one page has. */
const PAGE = 20;

/**
 * Changes stored messages: own ones get another text, own and moderated ones are deleted, any are
 * answered with emoji.
 */
export class Rewriting {
  /** The edit whose outcome is not known: the same one again has the same id. */
  #unsure: { readonly key: string; readonly id: string } | undefined;

  constructor(
    private readonly bus: BusPort,
    private readonly newId: NewId,
    private readonly put: (conversation: ConversationId, message: MessageItem) => void,
  ) {}

  async edit(conversation: ConversationId, posted: number, text: string): Promise<void> {
    const key = `${conversation} ${posted} ${text}`;
    const editId = this.#unsure?.key === key ? this.#unsure.id : this.newId();
    this.#unsure = { key, id: editId };
    const content = { type: "text", text } as const;
    const { message } = await this.bus.request("chat.message.edit", {
      conversation,
      posted,
      editId,
      content,
    });
    this.#unsure = undefined;
    this.put(conversation, message);
  }

  async delete(conversation: ConversationId, posted: number): Promise<void> {
    const { message } = await this.bus.request("chat.message.delete", { conversation, posted });
    this.put(conversation, message);
  }

  /** Answers a message with an emoji, or takes that back. */
  async react(
    conversation: ConversationId,
    posted: number,
    emoji: string,
    set: boolean,
  ): Promise<void> {
    const { message } = await this.bus.request("chat.reaction.set", {
      conversation,
      posted,
      emoji,
      set,
    });
    this.put(conversation, message);
  }

  /** What a message said before, the latest first. */
  revisions(
    conversation: ConversationId,
    posted: number,
    before: number | undefined,
  ): Promise<RevisionPage> {
    return this.bus.request("chat.message.revisions", {
      conversation,
      posted,
      limit: PAGE,
      ...(before === undefined ? {} : { before }),
    });
  }
}
