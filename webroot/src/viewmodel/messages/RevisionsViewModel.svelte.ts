import type { ConversationId } from "../../contract/generated.ts";
import type { Chat } from "../../model/Chat.ts";
import { Failure } from "../../model/Failure.ts";
import { textOf } from "../../model/messages.ts";
import { failureText } from "../../text/failureText.ts";

/** What a message said since some moment, in milliseconds since 1970. */
export type ShownRevision = {
  readonly number: number;
  readonly storedAt: number;
  readonly text: string;
};

/** What one message said before it was edited, the latest first. */
export class RevisionsViewModel {
  revisions = $state.raw<readonly ShownRevision[]>([]);
  /** Whether there are earlier ones. */
  more = $state(false);
  loading = $state(false);
  problem = $state<string | undefined>();

  constructor(
    private readonly chat: Chat,
    private readonly conversation: ConversationId,
    private readonly posted: number,
  ) {
    void this.load();
  }

  /** Reads the next page, or again the one that could not be read. */
  async load(): Promise<void> {
    if (this.loading) {
      return;
    }
    this.loading = true;
    this.problem = undefined;
    try {
      const before = this.revisions.at(-1)?.number;
      const page = await this.chat.rewriting.revisions(this.conversation, this.posted, before);
      const shown = page.revisions.map(({ number, storedAt, content }) => ({
        number,
        storedAt,
        text: textOf({ content }) ?? "",
      }));
      this.revisions = [...this.revisions, ...shown];
      this.more = page.more;
    } catch (cause) {
      this.problem = failureText(Failure.from(cause).message);
    } finally {
      this.loading = false;
    }
  }
}
