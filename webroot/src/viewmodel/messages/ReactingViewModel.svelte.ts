import { SvelteSet } from "svelte/reactivity";
import type { ConversationId, Reaction, UserId } from "../../contract/generated.ts";
import type { Chat } from "../../model/Chat.ts";
import { Failure } from "../../model/Failure.ts";
import { text } from "../../text/en.ts";
import { failureText } from "../../text/failureText.ts";
import type { MessageRow } from "../rows.ts";

/** One emoji under a message. */
export type ShownReaction = {
  readonly emoji: string;
  readonly count: number;
  /** Whether it is mine, too. */
  readonly mine: boolean;
  /** Who did, in words. */
  readonly by: string;
};

/** What messages of one conversation are answered with. */
export class ReactingViewModel {
  /** The number of the message for which an emoji is being chosen. */
  choosing = $state<number | undefined>();
  /** An emoji that is not among the offered ones. */
  other = $state("");
  /** Why the last one was not taken. */
  problem = $state<string | undefined>();
  /** Mine where too many reacted for me to be named; told by the server's answers. */
  readonly #mine = new SvelteSet<string>();

  constructor(
    private readonly conversation: ConversationId,
    private readonly chat: Chat,
    private readonly nameOf: (account: UserId) => string,
  ) {}

  /** Whether I may answer the message. */
  mayReact(row: MessageRow): boolean {
    return row.posted !== undefined && row.deletedBy === undefined;
  }

  shown(row: MessageRow): readonly ShownReaction[] {
    return row.reactions.map((reaction) => ({
      emoji: reaction.emoji,
      count: reaction.count,
      mine: this.#isMine(row, reaction),
      by: this.#by(reaction),
    }));
  }

  choose(row: MessageRow): void {
    this.choosing = this.choosing === row.posted ? undefined : row.posted;
    this.other = "";
    this.problem = undefined;
  }

  close(): void {
    this.choosing = undefined;
  }

  /** Answers with the emoji, or takes it back where it is mine. */
  async toggle(row: MessageRow, emoji: string): Promise<void> {
    const { posted } = row;
    if (posted === undefined || emoji === "") {
      return;
    }
    const known = row.reactions.find((each) => each.emoji === emoji);
    const set = known === undefined || !this.#isMine(row, known);
    this.problem = undefined;
    try {
      await this.chat.rewriting.react(this.conversation, posted, emoji, set);
      const key = keyOf(posted, emoji);
      if (set) {
        this.#mine.add(key);
      } else {
        this.#mine.delete(key);
      }
      this.choosing = undefined;
    } catch (cause) {
      this.problem = failureText(Failure.from(cause).message);
    }
  }

  #isMine({ posted }: MessageRow, { emoji, count, accounts }: Reaction): boolean {
    const named = accounts.includes(this.chat.me.account);
    return named || (count > accounts.length && this.#mine.has(keyOf(posted ?? 0, emoji)));
  }

  #by({ emoji, count, accounts }: Reaction): string {
    const names = accounts.map((account) =>
      account === this.chat.me.account ? text.messages.me : this.nameOf(account),
    );
    return text.messages.reacted(names, count - accounts.length, emoji);
  }
}

function keyOf(posted: number, emoji: string): string {
  return `${posted} ${emoji}`;
}
