import type { ConversationId, LinkId, LinkPreview } from "../../contract/generated.ts";
import type { Chat } from "../../model/Chat.ts";
import { Failure } from "../../model/Failure.ts";
import { text } from "../../text/en.ts";
import { failureText } from "../../text/failureText.ts";

/** Somebody followed a link into a conversation: says where it leads and asks before joining. */
export class JoinViewModel {
  preview = $state.raw<LinkPreview | undefined>();
  busy = $state(false);
  problem = $state<string | undefined>();
  /** Whether asking again may help. */
  passing = $state(false);
  readonly #stop: () => void;

  constructor(
    private readonly link: LinkId,
    private readonly secret: string,
    private readonly chat: Chat,
    private readonly joined: (id: ConversationId) => void,
  ) {
    // A page that has just begun has no connection yet.
    this.#stop = chat.changes.subscribe(() => {
      if (this.passing && this.preview === undefined) {
        void this.look();
      }
    });
    void this.look();
  }

  dispose(): void {
    this.#stop();
  }

  /** Finds out where the link leads. */
  async look(): Promise<void> {
    await this.#attempt(async () => {
      this.preview = await this.chat.members.previewOf(this.link, this.secret);
    });
  }

  async join(): Promise<void> {
    await this.#attempt(async () => {
      const id = this.preview?.conversation;
      if (id !== undefined) {
        await this.chat.members.useLink(id, this.link, this.secret);
        this.joined(id);
      }
    });
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem = undefined;
    this.passing = false;
    try {
      await work();
    } catch (cause) {
      const failure = Failure.from(cause);
      this.passing = failure.duty === "retry";
      this.problem = explained(failure);
    } finally {
      this.busy = false;
    }
  }
}

function explained(failure: Failure): string {
  if (failure.is("NOT_FOUND")) {
    return text.groups.linkUseless;
  }
  return failure.is("FORBIDDEN") ? text.groups.linkForbidden : failureText(failure.message);
}
