import { LIMITS, type Status } from "../../contract/generated.ts";
import type { Chat } from "../../model/Chat.ts";
import { Failure } from "../../model/Failure.ts";
import { text } from "../../text/en.ts";
import { failureText, fieldText } from "../../text/failureText.ts";
import { midnightAfter } from "../../text/times.ts";
import { statusOf } from "../names.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long a status stays; `today` until midnight, `kept` as it was. */
export type Expiry = "never" | "halfHour" | "hour" | "fourHours" | "today" | "week" | "kept";

/** What is needed of a chat to see and change how I am seen. */
export type OwnChat = Pick<Chat, "me" | "people">;

/** The form of my name and status. */
export class ProfileViewModel {
  readonly maxName = LIMITS.Profile.MAX_DISPLAY_NAME;
  readonly maxStatus = LIMITS.Status.MAX_TEXT;
  displayName = $state("");
  statusText = $state("");
  /** Empty for none. */
  emoji = $state("");
  expiry = $state<Expiry>("never");
  busy = $state(false);
  done = $state(false);
  problem = $state<string | undefined>();
  nameProblem = $state<string | undefined>();
  #endsAt = $state<number | undefined>();

  constructor(private readonly chat: OwnChat) {
    this.reset();
  }

  /** What the emoji may be; one that is set already is among them. */
  get emojis(): readonly string[] {
    const { emojis } = text.settings.profile;
    return this.emoji === "" || emojis.includes(this.emoji) ? emojis : [...emojis, this.emoji];
  }

  get expiries(): readonly Expiry[] {
    const fixed = ["never", "halfHour", "hour", "fourHours", "today", "week"] as const;
    return this.#endsAt === undefined ? fixed : ["kept", ...fixed];
  }

  /** Begins with what is stored. */
  reset(): void {
    const me = this.chat.people.find(this.chat.me.account);
    const status = statusOf(me, this.chat.people.now) === undefined ? undefined : me?.status;
    this.displayName = me?.displayName ?? this.chat.me.displayName;
    this.statusText = status?.text ?? "";
    this.emoji = status?.emoji ?? "";
    this.#endsAt = status?.endsAt;
    this.expiry = this.#endsAt === undefined ? "never" : "kept";
  }

  async clearStatus(): Promise<void> {
    this.statusText = "";
    this.emoji = "";
    await this.submit();
  }

  /** True if it is stored. */
  async submit(): Promise<boolean> {
    if (this.busy) {
      return false;
    }
    this.done = false;
    this.problem = undefined;
    this.nameProblem = undefined;
    if (this.displayName.trim() === "") {
      this.nameProblem = text.settings.profile.missingName;
      return false;
    }
    this.busy = true;
    try {
      await this.chat.people.changeMine(this.displayName.trim(), this.#status());
    } catch (cause) {
      this.#explain(Failure.from(cause));
      return false;
    } finally {
      this.busy = false;
    }
    this.reset();
    this.done = true;
    return true;
  }

  #status(): Status | undefined {
    const words = this.statusText.trim();
    if (words === "" && this.emoji === "") {
      return undefined;
    }
    const endsAt = this.#end();
    return {
      ...(words === "" ? {} : { text: words }),
      ...(this.emoji === "" ? {} : { emoji: this.emoji }),
      ...(endsAt === undefined ? {} : { endsAt }),
    };
  }

  #end(): number | undefined {
    const { now } = this.chat.people;
    switch (this.expiry) {
      case "never":
        return undefined;
      case "kept":
        return this.#endsAt;
      case "halfHour":
        return now + 30 * MINUTE_MS;
      case "hour":
        return now + HOUR_MS;
      case "fourHours":
        return now + 4 * HOUR_MS;
      case "today":
        return midnightAfter(now);
      case "week":
        return now + 7 * 24 * HOUR_MS;
    }
  }

  #explain(failure: Failure): void {
    if (failure.field === "displayName") {
      this.nameProblem = fieldText("displayName");
    } else {
      this.problem = failureText(failure.message);
    }
  }
}
