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

  readOnly: "Only moderators and owners write here.",
  leaveGroup: "Leave group",
  leaveGroupBody: "You will not receive its messages any more. Somebody has to add you again.",
  slowHint: (seconds: number): string => `Members write once in ${pause(seconds)} here.`,
  slowWaits: (seconds: number): string =>
    `Members write once in ${pause(seconds)} here: your message waits and is sent by itself.`,
} as const;
