import type { Profile } from "../contract/generated.ts";
import { text } from "../text/en.ts";

/** What somebody is called; nobody is known by name before the profile is there. */
export function nameOf(profile: Profile | undefined): string {
  if (profile?.deleted === true) {
    return text.people.deleted;
  }
  return profile?.displayName ?? text.conversation.somebody;
}
