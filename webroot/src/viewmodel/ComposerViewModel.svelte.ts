import { LIMITS, type ConversationId, type UserId } from "../contract/generated.ts";
import type { Outbox } from "../model/Outbox.ts";
import type { Cancel } from "../model/ports.ts";
import { text } from "../text/en.ts";
import type { DraftStorage } from "./ports.ts";

/** From here on people are told how many characters are left. */
const TELL_BELOW = 200;

/** The text being written in one conversation; it stays when the conversation is left. */
export class ComposerViewModel {
  #text = $state("");
  readonly #draft: string;
  readonly #stop: Cancel;
  /** Why it could not be sent. */
  problem = $state<string | undefined>();
  /** Whether its author sees beside the text how others will see it. */
  previewing = $state(false);

  constructor(
    private readonly conversation: ConversationId,
    author: UserId,
    private readonly outbox: Outbox,
    private readonly drafts: DraftStorage,
    private readonly sent: () => void,
  ) {
    this.#draft = `${author}.${conversation}`;
    this.#text = drafts.read(this.#draft);
    this.#stop = drafts.onChange(this.#draft, () => {
      this.#text = drafts.read(this.#draft);
      this.problem = undefined;
    });
  }

  dispose(): void {
    this.#stop();
  }

  get text(): string {
    return this.#text;
  }

  set text(written: string) {
    this.#text = written;
    this.problem = undefined;
    this.drafts.write(this.#draft, written);
  }

  /** UTF-16 units that still fit, as the server counts them; negative if it is too long. */
  get left(): number {
    return LIMITS.TextContent.MAX_TEXT - this.#text.trim().length;
  }

  /** What to tell about the length; nothing while there is plenty of room. */
  get limitNote(): string | undefined {
    if (this.left < 0) {
      return text.composer.over(-this.left);
    }
    return this.left < TELL_BELOW ? text.composer.left(this.left) : undefined;
  }

  get canSend(): boolean {
    return this.left >= 0 && this.#text.trim() !== "";
  }

  send(): void {
    if (!this.canSend) {
      return;
    }
    // The draft goes once the message is kept: one of them survives whatever happens.
    const kept = (onDevice: boolean): void => {
      if (onDevice && this.#text === "") {
        this.drafts.write(this.#draft, "");
      }
    };
    if (this.outbox.add(this.conversation, this.#text.trim(), kept)) {
      this.#text = "";
      this.problem = undefined;
      this.sent();
    } else {
      this.problem = text.composer.full;
    }
  }
}
