import type { Alerts, Preferences } from "../../contract/generated.ts";
import type { Chat } from "../../model/Chat.ts";
import type { Conversation } from "../../model/Conversations.ts";
import { Failure } from "../../model/Failure.ts";
import type { Clock } from "../../model/ports.ts";
import { failureText } from "../../text/failureText.ts";
import { titleOf } from "../titles.ts";

/** How long a conversation may be muted, in hours; 0 is not. */
export type Mute = 0 | 1 | 8 | 24 | 168;

/** How I want to have one conversation, on all my devices. */
export class PreferencesViewModel {
  readonly name: string;
  readonly mutes: readonly Mute[] = [0, 1, 8, 24, 168];
  favourite = $state(false);
  archived = $state(false);
  hidden = $state(false);
  alerts = $state<Alerts>("all");
  /** For how long from now; undefined leaves it as it is. */
  mute = $state<Mute | "asIs">("asIs");
  busy = $state(false);
  problem = $state<string | undefined>();
  /** Until when it is muted now, in milliseconds since 1970; undefined if it is not. */
  readonly mutedUntil: number | undefined;

  constructor(
    private readonly conversation: Conversation,
    private readonly chat: Chat,
    private readonly clock: Clock,
    private readonly saved: () => void,
  ) {
    const { favourite, archived, hidden, alerts, mutedUntil } = conversation.preferences;
    this.name = titleOf(chat, conversation);
    this.favourite = favourite;
    this.archived = archived;
    this.hidden = hidden;
    this.alerts = alerts;
    this.mutedUntil = mutedUntil !== undefined && mutedUntil > clock.now() ? mutedUntil : undefined;
    this.mute = this.mutedUntil === undefined ? 0 : "asIs";
  }

  async submit(): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem = undefined;
    try {
      await this.chat.members.prefer(this.conversation.id, this.#wanted());
      this.saved();
    } catch (cause) {
      this.problem = failureText(Failure.from(cause).message);
    } finally {
      this.busy = false;
    }
  }

  #wanted(): Preferences {
    const { favourite, archived, hidden, alerts, mute } = this;
    const until = mute === "asIs" ? this.mutedUntil : this.clock.now() + mute * 3_600_000;
    const muted = until !== undefined && mute !== 0;
    return { favourite, archived, hidden, alerts, ...(muted ? { mutedUntil: until } : {}) };
  }
}
