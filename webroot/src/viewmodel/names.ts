import type { Profile } from "../contract/generated.ts";
import { text } from "../text/en.ts";

/** What somebody is called; nobody is known by name before the profile is there. */
export function nameOf(profile: Profile | undefined): string {
  if (profile?.deleted === true) {
    return text.people.deleted;
  }
  return profile?.displayName ?? text.conversation.somebody;
}

/** A status as it is shown: an emoji, and in words. */
export type ShownStatus = { readonly emoji: string; readonly text: string };

/** What somebody says about the moment; undefined if it is nothing, or over. */
export function statusOf(profile: Profile | undefined, now: number): ShownStatus | undefined {
  const status = profile?.status;
  if (status === undefined || (status.endsAt !== undefined && status.endsAt <= now)) {
    return undefined;
  }
  return { emoji: status.emoji ?? text.people.noEmoji, text: status.text ?? "" };
}
