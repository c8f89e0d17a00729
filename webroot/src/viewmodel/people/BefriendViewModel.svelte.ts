import { LIMITS, type Profile } from "../../contract/generated.ts";
import type { Chat } from "../../model/Chat.ts";
import { Failure } from "../../model/Failure.ts";
import { text } from "../../text/en.ts";
import { failureText } from "../../text/failureText.ts";
import { nameOf } from "../names.ts";

/** The form that asks somebody to be friends. */
export class BefriendViewModel {
  readonly maxNote = LIMITS.RequestFriend.MAX_NOTE;
  note = $state("");
  busy = $state(false);
  problem = $state<string | undefined>();

  constructor(
    private readonly chat: Chat,
    private readonly person: Profile,
    private readonly done: () => void,
  ) {}

  get name(): string {
    return nameOf(this.person);
  }

  async submit(): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem = undefined;
    try {
      await this.chat.befriending.request(this.person.account, this.note.trim());
      this.done();
    } catch (cause) {
      const failure = Failure.from(cause);
      this.problem = failure.is("NOT_REACHABLE")
        ? text.people.notAskable
        : failureText(failure.message);
    } finally {
      this.busy = false;
    }
  }
}
