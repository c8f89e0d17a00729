import type { Role } from "../contract/generated.ts";
import { count } from "./counts.ts";

const ROLES: Readonly<Record<Role, string>> = {
  owner: "Owner",
  moderator: "Moderator",
  member: "Member",
};

/** Seconds below a minute, whole minutes from there on. */
function pause(seconds: number): string {
  return seconds < 60
    ? count(seconds, "second", "seconds")
    : count(Math.round(seconds / 60), "minute", "minutes");
}

/** What people read about groups, members and what may be set. */
export const groups = {
  create: "New group",
  createTitle: "New group",
  createHint: "Only those you add can see it.",
  submit: "Create group",
  name: "Name",
  nameHint: "For example: Trip to Porto",
  topic: "Topic (optional)",
  people: "Add people",
  peopleHint: "Type the beginning of a name",
  nobody: "Nobody here has a name that begins so.",
  picked: "People in the group",
  full: "More people can be added once the group is there.",
  add: (name: string): string => `Add ${name}`,
  drop: (name: string): string => `Do not add ${name}`,
  someUnreachable:
    "You cannot add somebody you picked. You can add friends, and people who let you write to them.",
  unreachable: (name: string): string =>
    `You cannot add ${name}. You can add friends, and people who let you write to them.`,
  cancel: "Cancel",
  close: "Done",

  members: "Members",
  membersOf: (name: string): string => `Members of ${name}`,
  loading: "Loading the members",
  moreMembers: (shown: number, all: number): string => `${shown} of ${all} members are shown.`,
  showMore: "Show more",
  retry: "Try again",
  me: "you",
  role: (role: Role): string => ROLES[role],
  roleOf: (name: string): string => `Role of ${name}`,
  remove: "Remove",
  removeOne: (name: string): string => `Remove ${name}`,
  removeTitle: (name: string): string => `Remove ${name}?`,
  removeBody: "They get no more messages from here, and come back only if somebody adds them.",
  handOver: "Make owner instead of me",
  handOverTo: (name: string): string => `Make owner instead of me: ${name}`,
  handOverTitle: (name: string): string => `Hand over to ${name}?`,
  handOverBody: "You stay as a moderator. Only an owner can make you an owner again.",
  handOverConfirm: "Hand over",
  added: (name: string): string => `${name} was added.`,
  removed: (name: string): string => `${name} was removed.`,
  given: (name: string, role: Role): string => `${name} is now: ${ROLES[role]}.`,

  settings: "Settings",
  settingsOf: (name: string): string => `Settings of ${name}`,
  writers: "Who may write",
  everybody: "Everybody",
  moderators: "Moderators and owners only",
  slow: "Pause between two messages of one member",
  pause: (seconds: number): string => (seconds === 0 ? "None" : pause(seconds)),
  history: "What people who join later see",
  all: "Everything",
  sinceJoining: "Only what is written from then on",
  save: "Save",
  saved: "Saved.",

  picture: {
    title: "Picture",
    done: "The picture is changed.",
    removed: "The picture is removed.",
  },

  links: "Invitation links",
  linkUses: "For how many people",
  linkLife: "Good for",
  linkMake: "Make a link",
  link: "Link",
  linkCopy: "Copy",
  linkCopied: "Copied.",
  linkNotCopied: "Your browser did not allow copying: copy it from the field.",
  linkOnce: "Whoever has this link can come in. It is shown only now.",
  linkRevoke: "Revoke",
  linksLoading: "Loading the links",
  linksNone: "There are no links.",
  linkState: (uses: number, until: string): string =>
    uses === 0
      ? `Used up, until ${until}`
      : `For ${count(uses, "person", "people")}, until ${until}`,
  tooManyLinks: "There are too many links: revoke one first.",
  noSecrets: "Links can be made only where the page is loaded by HTTPS or from this machine.",
  people_: (n: number): string => count(n, "person", "people"),
  hours: (n: number): string =>
    n < 48 ? count(n, "hour", "hours") : count(Math.round(n / 24), "day", "days"),
  joinTitle: "You have a link",
  joinLooking: "Finding out where it leads",
  joinBody: (name: string, members: number): string =>
    `It leads to ${name}, with ${count(members, "member", "members")}.`,
  join: "Join",
  joinOpen: "Open",
  linkUseless: "This link is not, or no longer, good. Ask for a new one.",
  linkForbidden: "You were removed from there: somebody has to add you again.",

  preferences: "Favourite, mute and more",
  preferencesOf: (name: string): string => `${name}, for you`,
  favourite: "Favourite: keep it on top",
  archive: "Archive: put it aside",
  hide: "Hide it until somebody writes",
  alerts: "Tell me of",
  alertsAll: "Everything",
  alertsMentions: "Mentions of me",
  alertsNothing: "Nothing",
  mute: "Mute",
  muteFor: (hours: number): string =>
    hours === 0 ? "Not muted" : `For ${count(hours, "hour", "hours")} from now`,
  mutedUntil: (until: string): string => `Until ${until}, as it is`,
  muted: "Muted",
  favourites: "Favourites",
  archived: "Archived",

  readOnly: "Only moderators and owners write here.",
  leaveGroup: "Leave group",
  leaveGroupBody: "You will not receive its messages any more. Somebody has to add you again.",
  slowHint: (seconds: number): string => `Members write once in ${pause(seconds)} here.`,
  slowWaits: (seconds: number): string =>
    `Members write once in ${pause(seconds)} here: your message waits and is sent by itself.`,
} as const;
