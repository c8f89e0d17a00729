import { LIMITS, type ConversationId, type UserId } from "../../contract/generated.ts";
import type { Chat } from "../../model/Chat.ts";
import { Failure } from "../../model/Failure.ts";
import { text } from "../../text/en.ts";
import { failureText } from "../../text/failureText.ts";
import type { MessageRow } from "../rows.ts";
import { RevisionsViewModel } from "./RevisionsViewModel.svelte.ts";

/** What I change about stored messages of one conversation: one at a time. */
export class RewritingViewModel {
  /** The number of the message whose text is being written anew. */
  edited = $state<number | undefined>();
  /** The text that it is to have. */
  draft = $state("");
  /** The message that is to be deleted, once that is confirmed. */
  doomed = $state<MessageRow | undefined>();
  /** What a message said before, while that is shown. */
  revisions = $state<RevisionsViewModel | undefined>();
  busy = $state(false);
  /** Why the last change did not happen. */
  problem = $state<string | undefined>();
  #before = "";

  constructor(
    private readonly conversation: ConversationId,
    private readonly chat: Chat,
  ) {}

  /** Whether I may give the message another text. */
  mayEdit(row: MessageRow): boolean {
    return row.own && row.posted !== undefined && row.deletedBy === undefined && this.#mayWrite;
  }

  /** Whether I may delete the message for everybody. */
  mayDelete(row: MessageRow): boolean {
    const stored = row.posted !== undefined && row.deletedBy === undefined;
    return stored && (row.own || this.#moderates);
  }

  /** Begins with the text that the message has. */
  edit(row: MessageRow): void {
    if (this.mayEdit(row) && !this.busy) {
      this.edited = row.posted;
      this.draft = row.text;
      this.#before = row.text;
      this.problem = undefined;
    }
  }

  cancel(): void {
    if (!this.busy) {
      this.edited = undefined;
      this.problem = undefined;
    }
  }

  get canSave(): boolean {
    const length = this.draft.trim().length;
    return length > 0 && length <= LIMITS.TextContent.MAX_TEXT;
  }

  /** How much too long the text is, in words; undefined if it fits. */
  get limitNote(): string | undefined {
    const over = this.draft.trim().length - LIMITS.TextContent.MAX_TEXT;
    return over > 0 ? text.composer.over(over) : undefined;
  }

  /** What is written stays until the server has it. */
  async save(): Promise<void> {
    const posted = this.edited;
    const written = this.draft.trim();
    if (posted === undefined || !this.canSave || this.busy) {
      return;
    }
    if (written === this.#before) {
      this.cancel();
      return;
    }
    if (await this.#change(() => this.chat.rewriting.edit(this.conversation, posted, written))) {
      this.edited = undefined;
    }
  }

  /** Asks whether the message is to go. */
  ask(row: MessageRow): void {
    if (this.mayDelete(row) && !this.busy) {
      this.doomed = row;
      this.problem = undefined;
    }
  }

  /** Lets the message stay. */
  keep(): void {
    this.doomed = undefined;
    this.problem = undefined;
  }

  async delete(): Promise<void> {
    const posted = this.doomed?.posted;
    if (
      posted !== undefined &&
      (await this.#change(() => this.chat.rewriting.delete(this.conversation, posted)))
    ) {
      this.doomed = undefined;
    }
  }

  /** Shows what an edited message said before. */
  showRevisions(row: MessageRow): void {
    if (row.posted !== undefined) {
      this.revisions = new RevisionsViewModel(this.chat, this.conversation, row.posted);
    }
  }

  get #mayWrite(): boolean {
    const known = this.chat.conversations.get(this.conversation);
    return known !== undefined && (known.policy.writers === "everybody" || known.role !== "member");
  }

  get #moderates(): boolean {
    const known = this.chat.conversations.get(this.conversation);
    return known !== undefined && known.kind !== "direct" && known.role !== "member";
  }

  async #change(ask: () => Promise<void>): Promise<boolean> {
    if (this.busy) {
      return false;
    }
    this.busy = true;
    this.problem = undefined;
    try {
      await ask();
      return true;
    } catch (cause) {
      this.problem = failureText(Failure.from(cause).message);
      return false;
    } finally {
      this.busy = false;
    }
  }
}

/** What stands in the place of a deleted message. */
export function traceOf(
  { sender, deletedBy }: Pick<MessageRow, "sender" | "deletedBy">,
  me: UserId,
  nameOf: (account: UserId) => string,
): string {
  if (deletedBy === me) {
    return text.messages.deletedByMe;
  }
  return deletedBy === undefined || deletedBy === sender
    ? text.messages.deleted
    : text.messages.deletedBy(nameOf(deletedBy));
}
