import type { Conversation } from "../../model/Conversations.ts";
import type { Failure } from "../../model/Failure.ts";
import { text } from "../../text/en.ts";

/**
 * What to say about the pause between two messages of mine; nothing where there is none for me.
 * `holdUp` is why the first message that waits was not taken.
 */
export function paceOf(
  conversation: Conversation | undefined,
  holdUp: Failure | undefined,
): string | undefined {
  const seconds = conversation?.policy.slowSeconds ?? 0;
  if (seconds === 0 || conversation?.role !== "member") {
    return undefined;
  }
  return holdUp?.is("RATE_LIMITED") === true
    ? text.groups.slowWaits(seconds)
    : text.groups.slowHint(seconds);
}
