// Generated from the catalogue by ./parley contract; do not edit.

/** Announced to the server when the socket opens. */
export const CONTRACT_VERSION = 1;

/** Asks for a new public room; the caller becomes its owner. */
export type CreateRoom = {
  /** Chosen by the caller (UUIDv7); a repeat with the same id is the same room. */
  readonly conversation: ConversationId;
  /** One line, 2 to 60 UTF-16 units, unique among rooms without regard to case. */
  readonly name: string;
  /** One line, at most 250 UTF-16 units. */
  readonly topic?: string;
};

/** A conversation (UUID), chosen by whoever creates it. */
export type ConversationId = string;

/** The room exists. */
export type RoomCreated = {
  /** The room as the caller sees it. */
  readonly room: ConversationSummary;
};

/** A conversation as one of its members sees it in a list. */
export type ConversationSummary = {
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** What kind. */
  readonly kind: ConversationKind;
  /** The name; absent for a direct conversation. */
  readonly name?: string;
  /** What it is about. */
  readonly topic?: string;
  /** How many people belong to it. */
  readonly memberCount: number;
  /** What the caller may do there. */
  readonly role: Role;
  /** The head of its feed when this was read. */
  readonly head: number;
  /** Ordinal of its last message; 0 for none. */
  readonly ordinal: number;
  /** Ordinal of the last message that the caller has read; unread = ordinal - readOrdinal. */
  readonly readOrdinal: number;
  /** Its last message. */
  readonly lastMessage?: MessageItem;
  /**
   * The two people of a direct conversation, in an order that does not depend on who reads it;
   * absent for any other.
   */
  readonly between?: readonly UserId[];
  /** What members may do. */
  readonly policy: Policy;
  /** Messages posted before this number are not for the caller; 0 for none. */
  readonly visibleFrom: number;
  /** How the caller wants to have it. */
  readonly preferences: Preferences;
  /** Names the picture: the path of its sizes is /api/avatars/{avatar}/{size}; absent for none. */
  readonly avatar?: string;
};

/**
 * What kind of conversation: room, open to everybody; direct, of two people; group, named, for
 * those who were invited.
 */
export type ConversationKind = "room" | "direct" | "group";

/** What a member may do; owner more than moderator, moderator more than member. */
export type Role = "owner" | "moderator" | "member";

/** A message of a conversation. */
export type MessageItem = {
  readonly type: "message";
  /** Number of its last change. */
  readonly changed: number;
  /** Number that orders it in the conversation for ever. */
  readonly posted: number;
  /** How many messages of the conversation are not later than it; counts from 1. */
  readonly ordinal: number;
  /** Who wrote it. */
  readonly sender: UserId;
  /** The id its sender gave it. */
  readonly clientId: ClientId;
  /** When it was stored, by the clock of the database, never earlier than its predecessor. */
  readonly storedAt: number;
  /** What it says. */
  readonly content: Content;
  /** When it began to say so, by the clock of the database; absent if never edited. */
  readonly editedAt?: number;
  /** What it was answered with; absent if with nothing. */
  readonly reactions?: readonly Reaction[];
};

/** An account (UUID). */
export type UserId = string;

/** A message as its sender named it (UUIDv7). */
export type ClientId = string;

/** What a message says. */
export type Content = WrittenContent | DeletedContent;

/** What somebody may write. */
export type WrittenContent = TextContent;

/** Text as it was typed. */
export type TextContent = {
  readonly type: "text";
  /** Markdown source, 1 to 4000 UTF-16 units, not only white space. */
  readonly text: string;
};

/** What is left of a deleted message. Cannot be sent. */
export type DeletedContent = {
  readonly type: "deleted";
  /** Who deleted it: its sender, or a moderator. */
  readonly by: UserId;
};

/** Who answered a message with an emoji. */
export type Reaction = {
  /** The emoji. */
  readonly emoji: string;
  /** How many did. */
  readonly count: number;
  /** The first of them, at most 10, in the order in which they did. */
  readonly accounts: readonly UserId[];
};

/** What members may do in a conversation, as its owners and moderators have set it. */
export type Policy = {
  /** Who may write. */
  readonly writers: Writers;
  /** Seconds between two messages of one member, 0 to 3600; moderators and owners need not wait. */
  readonly slowSeconds: number;
  /** What who joins from now on sees of the past. */
  readonly history: History;
};

/** Who may write in a conversation: every member, or moderators and owners only. */
export type Writers = "everybody" | "moderators";

/** What who joins from now on sees of the past: all of it, or what was posted since joining. */
export type History = "all" | "sinceJoining";

/** How one member wants to have a conversation; nobody else knows. */
export type Preferences = {
  /** Whether it is put aside. */
  readonly archived: boolean;
  /** Whether it is shown only when something is unread. */
  readonly hidden: boolean;
  /** Whether it stands before the others. */
  readonly favourite: boolean;
  /** What the member wants to be told of. */
  readonly alerts: Alerts;
  /** Until when the member wants to be told of nothing, in milliseconds since 1970. */
  readonly mutedUntil?: number;
};

/** What of a conversation somebody wants to be told of: all, mentions of the person, nothing. */
export type Alerts = "all" | "mentions" | "nothing";

/** Asks for public rooms, ordered by name. */
export type ListRooms = {
  /** Only rooms with a word of the name that begins like this; at most 60 UTF-16 units. */
  readonly query?: string;
  /** The cursor that ended the page before. */
  readonly after?: string;
  /** The most rooms wanted, 1 to 100. */
  readonly limit: number;
};

/** Public rooms, ordered by name. */
export type RoomPage = {
  /** The rooms. */
  readonly rooms: readonly RoomSummary[];
  /** Cursor for the next page; absent on the last. */
  readonly next?: string;
};

/** A public room as everybody sees it in the directory. */
export type RoomSummary = {
  /** Which room. */
  readonly conversation: ConversationId;
  /** Its name. */
  readonly name: string;
  /** What it is about. */
  readonly topic?: string;
  /** How many people belong to it. */
  readonly memberCount: number;
  /** Whether the caller belongs to it. */
  readonly joined: boolean;
  /** Names the picture: the path of its sizes is /api/avatars/{avatar}/{size}; absent for none. */
  readonly avatar?: string;
};

/** Asks to join a public room. */
export type JoinRoom = {
  /** Which room. */
  readonly conversation: ConversationId;
};

/** The caller belongs to the room. */
export type RoomJoined = {
  /** The room as the caller sees it. */
  readonly room: ConversationSummary;
};

/** Asks to leave a room or group. */
export type LeaveRoom = {
  /** Which room. */
  readonly conversation: ConversationId;
};

/** The caller does not belong to the room any more. */
export type RoomLeft = {
  /** Which room. */
  readonly conversation: ConversationId;
};

/** Asks for the conversation of the caller and another; two have one, whoever opens it. */
export type OpenDirect = {
  /** The other. */
  readonly account: UserId;
};

/** The conversation of the two is there, and both belong to it. */
export type DirectOpened = {
  /** The conversation as the caller sees it. */
  readonly conversation: ConversationSummary;
};

/** Asks for a new group, which nobody but its members can see; the caller becomes its owner. */
export type CreateGroup = {
  /** Chosen by the caller (UUIDv7); a repeat with the same id is the same group. */
  readonly conversation: ConversationId;
  /** One line, 2 to 60 UTF-16 units; other groups may be called the same. */
  readonly name: string;
  /** One line, at most 250 UTF-16 units. */
  readonly topic?: string;
  /** Who belongs to it from the beginning beside the caller, 50 at most. */
  readonly members: readonly UserId[];
};

/** The group exists. */
export type GroupCreated = {
  /** The group as the caller sees it. */
  readonly group: ConversationSummary;
};

/** Asks who belongs to a conversation, in an order that does not change. */
export type ListMembers = {
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** The account that ended the page before. */
  readonly after?: UserId;
  /** The most members wanted, 1 to 100. */
  readonly limit: number;
};

/** People who belong to a conversation, as its feed tells them. */
export type MemberPage = {
  /** The members, ordered by account; all of them joined. */
  readonly members: readonly MemberItem[];
  /** The account to go on after; absent on the last page. */
  readonly next?: UserId;
  /** The head of the feed when this was read. */
  readonly through: number;
};

/** A person in a conversation; stays with state left or removed after the end. */
export type MemberItem = {
  readonly type: "member";
  /** Number of its last change. */
  readonly changed: number;
  /** Who. */
  readonly account: UserId;
  /** Whether the person belongs to the conversation. */
  readonly state: MemberState;
  /** What the person may do there. */
  readonly role: Role;
};

/** Whether a person belongs to a conversation. */
export type MemberState = "joined" | "left" | "removed";

/** Asks to make somebody a member. */
export type AddMember = {
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** Who. */
  readonly account: UserId;
};

/** It is as it was asked for. */
export type MemberChanged = {
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** Whose membership was asked about. */
  readonly account: UserId;
};

/** Asks to send somebody away, who then comes back by invitation of a moderator only. */
export type RemoveMember = {
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** Who. */
  readonly account: UserId;
};

/** Asks to give a member another role. */
export type ChangeRole = {
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** Who. */
  readonly account: UserId;
  /** What the member may do from now on. */
  readonly role: Role;
};

/** Asks to make somebody an owner in place of the caller, who stays as a moderator. */
export type TransferOwner = {
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** Who becomes an owner. */
  readonly account: UserId;
};

/** Asks for a link that lets whoever has it come in. */
export type CreateLink = {
  /** Chosen by the caller (UUIDv7); a repeat with the same id is the same link. */
  readonly link: LinkId;
  /** Where it leads. */
  readonly conversation: ConversationId;
  /** SHA-256 of the secret as it is written, base64url without padding. */
  readonly secretHash: string;
  /** How long it is good, 1 to 720 hours. */
  readonly expiresInHours: number;
  /** How many people it lets in, 1 to 1000. */
  readonly uses: number;
};

/** A link that invites into a conversation (UUIDv7). */
export type LinkId = string;

/** The link is there. */
export type LinkCreated = {
  /** The link as it is stored. */
  readonly link: Link;
};

/** A link as moderators see it; its secret is with those who were given it. */
export type Link = {
  /** Which link. */
  readonly link: LinkId;
  /** Who made it. */
  readonly createdBy: UserId;
  /** Until when it is good, in milliseconds since 1970. */
  readonly expiresAt: number;
  /** How many people it still lets in. */
  readonly usesLeft: number;
};

/** Asks for the links that lead into a conversation. */
export type ListLinks = {
  /** Which conversation. */
  readonly conversation: ConversationId;
};

/** The links that lead into a conversation. */
export type Links = {
  /** Those that have not expired, the one that expires last first. */
  readonly links: readonly Link[];
};

/** Asks to make a link useless; a repeat changes nothing. */
export type RevokeLink = {
  /** Where it leads. */
  readonly conversation: ConversationId;
  /** Which link. */
  readonly link: LinkId;
};

/** The link is there no more. */
export type LinkRevoked = {
  /** Which link. */
  readonly link: LinkId;
};

/** Asks where a link leads. */
export type ReadLink = {
  /** Which link. */
  readonly link: LinkId;
  /** Its secret: 32 bytes in base64url without padding. */
  readonly secret: string;
};

/** Where a link leads, for who has it. */
export type LinkPreview = {
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** What kind. */
  readonly kind: ConversationKind;
  /** Its name. */
  readonly name: string;
  /** How many people belong to it. */
  readonly memberCount: number;
  /** Whether the caller belongs to it. */
  readonly joined: boolean;
  /** Names the picture: the path of its sizes is /api/avatars/{avatar}/{size}; absent for none. */
  readonly avatar?: string;
};

/** Asks to come in by a link. */
export type UseLink = {
  /** Which link. */
  readonly link: LinkId;
  /** Its secret: 32 bytes in base64url without padding. */
  readonly secret: string;
};

/** The caller belongs to the conversation. */
export type LinkUsed = {
  /** The conversation as the caller sees it. */
  readonly conversation: ConversationSummary;
};

/**
 * Asks for the conversations that the caller belongs to, in an order that activity does not change.
 */
export type ListConversations = {
  /** The cursor that ended the page before. */
  readonly after?: string;
  /** The most conversations wanted, 1 to 200. */
  readonly limit: number;
};

/**
 * Conversations of the caller, in an order that activity does not change: whoever reads all pages
 * has them all. A page is cut by weight too, so one that is not full need not be the last.
 */
export type ConversationPage = {
  /** The conversations. */
  readonly conversations: readonly ConversationSummary[];
  /** Cursor for the next page; absent on the last. */
  readonly next?: string;
  /** The head of the feed of the caller when this was read. */
  readonly through: number;
};

/** Asks to move the read mark of the caller forward; it never moves back. */
export type MarkRead = {
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** Ordinal of the last message that was read. */
  readonly readOrdinal: number;
};

/** Where the read mark stands. */
export type ReadMarked = {
  /** Ordinal of the last message that was read; never beyond the last message. */
  readonly readOrdinal: number;
};

/** Asks to set all attributes of a room or group that its owners and moderators may set. */
export type ChangeConversation = {
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** One line, 2 to 60 UTF-16 units; of a room unique among rooms without regard to case. */
  readonly name: string;
  /** One line, at most 250 UTF-16 units; absent for none. */
  readonly topic?: string;
  /** What members may do. */
  readonly policy: Policy;
};

/** The attributes are as they were asked for. */
export type AttributesChanged = {
  /** The conversation as the caller sees it. */
  readonly conversation: ConversationSummary;
};

/** Asks to have a conversation in a certain way, on all devices of the caller. */
export type PreferConversation = {
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** All preferences. */
  readonly preferences: Preferences;
};

/** The preferences are as they were asked for. */
export type Preferred = {
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** All preferences. */
  readonly preferences: Preferences;
};

/** Asks to append a message to a conversation. */
export type SendMessage = {
  /** Where to. */
  readonly conversation: ConversationId;
  /** Chosen by the sender (UUIDv7); a repeat with the same id is the same message. */
  readonly clientId: ClientId;
  /** What it says. */
  readonly content: WrittenContent;
};

/** The message is stored; a repeat answers with the first one, whatever it carried. */
export type MessageAccepted = {
  /** The message as it stands. */
  readonly message: MessageItem;
};

/** Asks to give an own message another content; what it said before is kept. */
export type EditMessage = {
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** The number the message was posted under. */
  readonly posted: number;
  /** Chosen by the caller (UUIDv7); a repeat with the same id is the same edit. */
  readonly editId: ClientId;
  /** What it is to say. */
  readonly content: WrittenContent;
};

/** The change is stored; a repeat changes nothing and answers with the message as it stands. */
export type MessageChanged = {
  /** The message as it stands. */
  readonly message: MessageItem;
};

/** Asks to delete a message for everybody; that there was one stays to be seen. */
export type DeleteMessage = {
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** The number the message was posted under. */
  readonly posted: number;
};

/** Asks what a message said before it was edited, the latest first. */
export type ReadRevisions = {
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** The number the message was posted under. */
  readonly posted: number;
  /** Only revisions before this one; absent for the latest. */
  readonly before?: number;
  /** The most revisions wanted, 1 to 50. */
  readonly limit: number;
};

/** What a message said before, the latest first. */
export type RevisionPage = {
  /** The revisions; none for a message that was never edited, or was deleted. */
  readonly revisions: readonly Revision[];
  /** Whether there are earlier ones. */
  readonly more: boolean;
};

/** What a message said before an edit. */
export type Revision = {
  /** Counts the message's revisions from 1, the first thing it said. */
  readonly number: number;
  /** When it began to say so, by the clock of the database. */
  readonly storedAt: number;
  /** What it said. */
  readonly content: WrittenContent;
};

/** Asks to answer a message with an emoji, or to take that back; a repeat changes nothing. */
export type SetReaction = {
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** The number the message was posted under. */
  readonly posted: number;
  /** One emoji. */
  readonly emoji: string;
  /** Whether it is to be there. */
  readonly set: boolean;
};

/** Asks who answered a message with an emoji, in the order in which they did. */
export type ListReactions = {
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** The number the message was posted under. */
  readonly posted: number;
  /** One emoji. */
  readonly emoji: string;
  /** What the page before named as next. */
  readonly after?: number;
  /** The most people wanted, 1 to 100. */
  readonly limit: number;
};

/** Who answered a message with an emoji. */
export type ReactionPage = {
  /** The people, in the order in which they did. */
  readonly accounts: readonly UserId[];
  /** What to go on after; absent on the last page. */
  readonly next?: number;
};

/** Asks for a page of messages, newest first reached, oldest first listed. */
export type ReadHistory = {
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** Only messages posted before this number; absent for the newest. */
  readonly before?: number;
  /** The most messages wanted, 1 to 100. */
  readonly limit: number;
};

/** Messages in the order of posting, in the state they had at through. */
export type HistoryPage = {
  /** The messages, ordered by posted. */
  readonly messages: readonly MessageItem[];
  /** Whether there are earlier ones. */
  readonly more: boolean;
  /** The head of the feed when this was read. */
  readonly through: number;
};

/** Asks for what changed in a feed after a position. */
export type ReadFeed = {
  /** Which feed. */
  readonly feed: FeedId;
  /** The position that the caller has reached. */
  readonly after: number;
  /** The most items wanted, 1 to 200. */
  readonly limit: number;
};

/** The name of a feed: `conversation.` or `user.` and the id of what it tells about. */
export type FeedId = string;

/**
 * All items of a feed whose last change lies in (after, through], whole and in their newest state,
 * ordered by changed.
 */
export type Range = {
  /** Which feed. */
  readonly feed: FeedId;
  /** The range begins behind this number. */
  readonly after: number;
  /** The range ends with this number. */
  readonly through: number;
  /** The items; fewer than numbers where one item changed more than once. */
  readonly items: readonly Item[];
};

/** Something in a feed that can change; always whole, in its newest state. */
export type Item =
  | MessageItem
  | MemberItem
  | ConversationItem
  | MembershipItem
  | ReadMarkItem
  | PreferencesItem
  | RelationItem
  | SettingsItem;

/** The attributes of a conversation. */
export type ConversationItem = {
  readonly type: "conversation";
  /** Number of its last change. */
  readonly changed: number;
  /** What kind of conversation. */
  readonly kind: ConversationKind;
  /** The name; absent for a direct conversation. */
  readonly name?: string;
  /** What it is about. */
  readonly topic?: string;
  /** How many people belong to it. */
  readonly memberCount: number;
  /**
   * The two people of a direct conversation, in an order that does not depend on who reads it;
   * absent for any other.
   */
  readonly between?: readonly UserId[];
  /** What members may do. */
  readonly policy: Policy;
  /** Names the picture: the path of its sizes is /api/avatars/{avatar}/{size}; absent for none. */
  readonly avatar?: string;
};

/** In the feed of a user: a conversation that the user belongs or belonged to. */
export type MembershipItem = {
  readonly type: "membership";
  /** Number of its last change. */
  readonly changed: number;
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** Whether the user belongs to it. */
  readonly state: MemberState;
  /** What the user may do there. */
  readonly role: Role;
  /** Messages posted before this number are not for the user; 0 for none. */
  readonly visibleFrom: number;
};

/** In the feed of a user: how far the user has read a conversation. */
export type ReadMarkItem = {
  readonly type: "readMark";
  /** Number of its last change. */
  readonly changed: number;
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** Ordinal of the last message that was read; 0 for none. */
  readonly readOrdinal: number;
};

/** In the feed of a user: how the user wants to have a conversation. */
export type PreferencesItem = {
  readonly type: "preferences";
  /** Number of its last change. */
  readonly changed: number;
  /** Which conversation. */
  readonly conversation: ConversationId;
  /** All preferences. */
  readonly preferences: Preferences;
};

/**
 * In the feed of a user: how the user stands to somebody. Whether the other has blocked the user is
 * not told.
 */
export type RelationItem = {
  readonly type: "relation";
  /** Number of its last change; 0 where there never was anything. */
  readonly changed: number;
  /** The other. */
  readonly account: UserId;
  /** Friends, a request, or nothing. */
  readonly state: RelationState;
  /** Whether the user has blocked the other. */
  readonly blocked: boolean;
  /** The line that goes with a request; plain text. */
  readonly note?: string;
  /**
   * Since when they are friends, or when it was asked, in milliseconds since 1970; absent for
   * neither.
   */
  readonly since?: number;
};

/**
 * How somebody stands to another: none; outgoing, asked for friendship; incoming, was asked;
 * friends.
 */
export type RelationState = "none" | "outgoing" | "incoming" | "friends";

/** In the feed of a user: what the user has chosen for the account. */
export type SettingsItem = {
  readonly type: "settings";
  /** Number of its last change; 0 where nothing was ever chosen. */
  readonly changed: number;
  /** Who may write to the user. */
  readonly openTo: OpenTo;
  /** How the user appears to others. */
  readonly mode: PresenceMode;
  /** Whether those who see that the user is offline see since when. */
  readonly sharesLastSeen: boolean;
};

/**
 * Who may write to somebody: friends; rooms, also people of the same room; everybody. Never who is
 * blocked.
 */
export type OpenTo = "friends" | "rooms" | "everybody";

/**
 * How somebody wants to appear: auto, as they are there; busy whenever they are there; invisible,
 * which nobody can tell from offline.
 */
export type PresenceMode = "auto" | "busy" | "invisible";

/** Asks to listen to feeds and to be brought up to date. */
export type Resume = {
  /** Feeds and positions, 500 at most. */
  readonly feeds: readonly FeedPosition[];
};

/** How far a client has applied a feed. */
export type FeedPosition = {
  /** Which feed. */
  readonly feed: FeedId;
  /** The last number applied; absent to listen from the head on. */
  readonly position?: number;
};

/** The feeds that were asked for, in the same order. */
export type Resumed = {
  /** One entry a feed. */
  readonly feeds: readonly ResumedFeed[];
};

/** One feed after resuming: a range to apply, or why there is none. */
export type ResumedFeed = {
  /** Which feed. */
  readonly feed: FeedId;
  /** The head when listening began; what is later arrives by itself. */
  readonly head?: number;
  /** What changed after the position. If it ends before head, read on from there. */
  readonly range?: Range;
  /** Name of the failure code if this feed may not be heard or could not be read. */
  readonly failure?: string;
};

/** Asks who accounts are. */
export type ReadProfiles = {
  /** Which accounts, 1 to 100. */
  readonly accounts: readonly UserId[];
};

/** Who accounts are; unknown ones are left out. */
export type Profiles = {
  /** The profiles. */
  readonly profiles: readonly Profile[];
};

/** An account as others see it. Of two copies the one with the greater version is the newer. */
export type Profile = {
  /** Which account. */
  readonly account: UserId;
  /** User name, unique, lower case; absent for a deleted account. */
  readonly username?: string;
  /** The name to show; absent for a deleted account. */
  readonly displayName?: string;
  /** Grows with every change of the profile. */
  readonly version: number;
  /** What the person says about the moment. */
  readonly status?: Status;
  /** Names the picture: the path of its sizes is /api/avatars/{avatar}/{size}; absent for none. */
  readonly avatar?: string;
  /** Whether the account was deleted: then nothing else is known of it. */
  readonly deleted: boolean;
};

/** What a person says about the moment: a text, an emoji, or both. */
export type Status = {
  /** One line. */
  readonly text?: string;
  /** One emoji. */
  readonly emoji?: string;
  /** When it is over and not shown any more; absent: it stays. */
  readonly endsAt?: number;
};

/** Asks for people; who has exactly this user name comes first. */
export type SearchPeople = {
  /**
   * Beginnings of words of the user name or of the name to show, without regard to case and
   * accents; 2 to 60 UTF-16 units.
   */
  readonly query: string;
  /** The most people wanted, 1 to 20. */
  readonly limit: number;
};

/** Asks somebody to be friends; who has asked the caller becomes a friend at once. */
export type RequestFriend = {
  /** Whom. */
  readonly account: UserId;
  /** A line to go with it, shown as plain text. */
  readonly note?: string;
};

/** How the caller stands to the people named, as it is now. */
export type Relations = {
  /** One for each. */
  readonly relations: readonly RelationItem[];
};

/** Makes friends with somebody who has asked the caller. */
export type AcceptFriend = {
  /** Who asked. */
  readonly account: UserId;
};

/** Declines requests; the same people cannot ask again for a week. */
export type DeclineRequests = {
  /** Who asked, 1 to 100; who did not is passed over. */
  readonly accounts: readonly UserId[];
};

/** Takes back the caller's own request. */
export type CancelRequest = {
  /** Who was asked. */
  readonly account: UserId;
};

/** Ends a friendship; the conversation of the two stays readable. */
export type EndFriendship = {
  /** The friend. */
  readonly account: UserId;
};

/** Blocks somebody: ends friendship and requests, and neither reaches the other. It is not told. */
export type BlockPerson = {
  /** Whom. */
  readonly account: UserId;
};

/** Takes back a block; what it ended stays ended. */
export type UnblockPerson = {
  /** Whom. */
  readonly account: UserId;
};

/** Asks for the caller's friends, requests and blocks, in an order that changes do not change. */
export type ListRelations = {
  /** The cursor that ended the page before. */
  readonly after?: string;
  /** The most relations wanted, 1 to 200. */
  readonly limit: number;
};

/** Friends, requests and blocks of the caller: whoever reads all pages has them all. */
export type RelationPage = {
  /** The relations; none with people to whom there is nothing. */
  readonly relations: readonly RelationItem[];
  /** Cursor for the next page; absent on the last. */
  readonly next?: string;
  /** The head of the feed of the caller when this was read. */
  readonly through: number;
};

/** Asks whether the caller and somebody can write to each other. */
export type ReadReach = {
  /** Whom. */
  readonly account: UserId;
};

/** Whether two people can write to each other at this moment; why not is not told. */
export type Reach = {
  /** The other. */
  readonly account: UserId;
  /** Whether both may write in their conversation; false also for who does not exist. */
  readonly writes: boolean;
};

/** Chooses who may write to the caller. */
export type OpenAccount = {
  /** Who. */
  readonly to: OpenTo;
};

/** What is chosen for an account. */
export type Settings = {
  /** As it is now. */
  readonly settings: SettingsItem;
  /** The head of the feed of the account when this was read. */
  readonly through: number;
};

/** Chooses how the caller appears to others. */
export type Appear = {
  /** How. */
  readonly mode: PresenceMode;
};

/** Chooses whether others see when the caller was last here. */
export type ShareLastSeen = {
  /** Whether those who see that the caller is offline see since when. */
  readonly shares: boolean;
};

/** Asks what the caller has chosen for the account. */
export type ReadSettings = Record<string, never>;

/** What the caller wants to be seen as, whole: what is absent is taken away. */
export type ChangeProfile = {
  /** The name to show. */
  readonly displayName: string;
  /** What the person says about the moment; absent: nothing. */
  readonly status?: Status;
};

/** Asks which profiles changed since somebody read them. */
export type RefreshProfiles = {
  /** What is known, 1 to 100. */
  readonly known: readonly KnownProfile[];
};

/** Which version of a profile somebody has. */
export type KnownProfile = {
  /** Whose. */
  readonly account: UserId;
  /** Its version. */
  readonly version: number;
};

/** Says whom a person can see at the moment; replaces what was said on this socket before. */
export type WatchPresence = {
  /** Which accounts, 0 to 100. */
  readonly accounts: readonly UserId[];
};

/** Whose presence this socket hears from now on, each beginning with what is known. */
export type PresenceWatched = {
  /** The accounts that the caller may watch, in the order asked for. */
  readonly accounts: readonly UserId[];
};

/** Says whether somebody uses this device at the moment. */
export type NoteIdle = {
  /** True from when nobody has touched it for a while until somebody does again. */
  readonly idle: boolean;
};

/** It counts from now on, for this socket alone. */
export type IdleNoted = {
  /** As it was said. */
  readonly idle: boolean;
};

/** Whether an account is there. */
export type Presence = {
  /** Which account. */
  readonly account: UserId;
  /** What is known of it. */
  readonly state: PresenceState;
  /**
   * When it was last here, milliseconds since 1970; only with offline, of whom shares it and was
   * here within 30 days.
   */
  readonly lastSeenAt?: number;
};

/**
 * Whether an account is there: online; away, where nobody has touched any of its devices for a
 * while; busy, which asks not to be disturbed; offline; or unknown while nobody can tell.
 */
export type PresenceState = "online" | "away" | "busy" | "offline" | "unknown";

/** What can be asked, by address. */
export type Operations = {
  /** Make a public room and become its owner. Refusals: NAME_TAKEN, TOO_MANY. */
  readonly "chat.room.create": {
    readonly request: CreateRoom;
    readonly reply: RoomCreated;
  };
  /** The directory of public rooms, ordered by name, searched by the start of a word. */
  readonly "chat.room.list": {
    readonly request: ListRooms;
    readonly reply: RoomPage;
  };
  /** Join a public room; joining twice is joining once. Refusals: NOT_FOUND, TOO_MANY. */
  readonly "chat.room.join": {
    readonly request: JoinRoom;
    readonly reply: RoomJoined;
  };
  /**
   * Leave a room or group, which is closed for ever when nobody is left; leaving twice is leaving
   * once. Refusals: NOT_FOUND, NOT_A_MEMBER, LAST_OWNER.
   */
  readonly "chat.room.leave": {
    readonly request: LeaveRoom;
    readonly reply: RoomLeft;
  };
  /**
   * The conversation of the caller and another; it is made when first opened. Refusals: TOO_MANY,
   * NOT_REACHABLE.
   */
  readonly "chat.direct.open": {
    readonly request: OpenDirect;
    readonly reply: DirectOpened;
  };
  /**
   * Make a group of people whom the caller may invite, and become its owner. Refusals: TOO_MANY,
   * NOT_REACHABLE.
   */
  readonly "chat.group.create": {
    readonly request: CreateGroup;
    readonly reply: GroupCreated;
  };
  /** Who belongs to a conversation, for its members. Refusals: NOT_FOUND, NOT_A_MEMBER. */
  readonly "chat.member.list": {
    readonly request: ListMembers;
    readonly reply: MemberPage;
  };
  /**
   * Make somebody a member, also who was removed; for moderators and owners. Refusals: NOT_FOUND,
   * NOT_A_MEMBER, NOT_REACHABLE.
   */
  readonly "chat.member.add": {
    readonly request: AddMember;
    readonly reply: MemberChanged;
  };
  /**
   * Send somebody away: moderators members, owners everybody but the last owner. Refusals:
   * NOT_FOUND, NOT_A_MEMBER, LAST_OWNER.
   */
  readonly "chat.member.remove": {
    readonly request: RemoveMember;
    readonly reply: MemberChanged;
  };
  /** Give a member another role; for owners. Refusals: NOT_FOUND, NOT_A_MEMBER, LAST_OWNER. */
  readonly "chat.member.role": {
    readonly request: ChangeRole;
    readonly reply: MemberChanged;
  };
  /**
   * Make a member an owner in place of the caller, both at once. Refusals: NOT_FOUND, NOT_A_MEMBER.
   */
  readonly "chat.owner.transfer": {
    readonly request: TransferOwner;
    readonly reply: MemberChanged;
  };
  /**
   * Make a link into a room or group; for moderators and owners. Refusals: NOT_FOUND, NOT_A_MEMBER,
   * TOO_MANY.
   */
  readonly "chat.link.create": {
    readonly request: CreateLink;
    readonly reply: LinkCreated;
  };
  /**
   * The links into a room or group; for moderators and owners. Refusals: NOT_FOUND, NOT_A_MEMBER.
   */
  readonly "chat.link.list": {
    readonly request: ListLinks;
    readonly reply: Links;
  };
  /** Make a link useless; for moderators and owners. Refusals: NOT_FOUND, NOT_A_MEMBER. */
  readonly "chat.link.revoke": {
    readonly request: RevokeLink;
    readonly reply: LinkRevoked;
  };
  /** Where a link leads, for who has its secret. Refusals: NOT_FOUND. */
  readonly "chat.link.read": {
    readonly request: ReadLink;
    readonly reply: LinkPreview;
  };
  /** Come in by a link; who was removed does not. Refusals: NOT_FOUND, TOO_MANY. */
  readonly "chat.link.use": {
    readonly request: UseLink;
    readonly reply: LinkUsed;
  };
  /** The caller's conversations with last message and unread count. */
  readonly "chat.conversation.list": {
    readonly request: ListConversations;
    readonly reply: ConversationPage;
  };
  /**
   * Move the caller's read mark forward; all the caller's devices hear of it. Refusals: NOT_FOUND,
   * NOT_A_MEMBER.
   */
  readonly "chat.conversation.mark": {
    readonly request: MarkRead;
    readonly reply: ReadMarked;
  };
  /**
   * Set name, topic and policy of a room or group; for moderators and owners. Refusals: NOT_FOUND,
   * NOT_A_MEMBER, NAME_TAKEN.
   */
  readonly "chat.conversation.change": {
    readonly request: ChangeConversation;
    readonly reply: AttributesChanged;
  };
  /**
   * Set how the caller wants to have a conversation; all the devices hear of it. Refusals:
   * NOT_FOUND, NOT_A_MEMBER.
   */
  readonly "chat.conversation.prefer": {
    readonly request: PreferConversation;
    readonly reply: Preferred;
  };
  /**
   * Append a message where the caller may write; too soon after the last one is RATE_LIMITED.
   * Refusals: NOT_FOUND, NOT_A_MEMBER, NOT_REACHABLE.
   */
  readonly "chat.message.send": {
    readonly request: SendMessage;
    readonly reply: MessageAccepted;
  };
  /**
   * Let an own message say something else; TOO_MANY after a hundred edits. Refusals: NOT_FOUND,
   * NOT_A_MEMBER, TOO_MANY, NOT_REACHABLE.
   */
  readonly "chat.message.edit": {
    readonly request: EditMessage;
    readonly reply: MessageChanged;
  };
  /**
   * Delete an own message for everybody, or as a moderator anybody's. Refusals: NOT_FOUND,
   * NOT_A_MEMBER.
   */
  readonly "chat.message.delete": {
    readonly request: DeleteMessage;
    readonly reply: MessageChanged;
  };
  /** What a message said before it was edited. Refusals: NOT_FOUND, NOT_A_MEMBER. */
  readonly "chat.message.revisions": {
    readonly request: ReadRevisions;
    readonly reply: RevisionPage;
  };
  /**
   * Answer a message with an emoji, or take that back; TOO_MANY for another emoji after twenty.
   * Refusals: NOT_FOUND, NOT_A_MEMBER, TOO_MANY, NOT_REACHABLE.
   */
  readonly "chat.reaction.set": {
    readonly request: SetReaction;
    readonly reply: MessageChanged;
  };
  /** Who answered a message with an emoji. Refusals: NOT_FOUND, NOT_A_MEMBER. */
  readonly "chat.reaction.list": {
    readonly request: ListReactions;
    readonly reply: ReactionPage;
  };
  /** A page of a conversation's messages. Refusals: NOT_FOUND, NOT_A_MEMBER. */
  readonly "chat.history.read": {
    readonly request: ReadHistory;
    readonly reply: HistoryPage;
  };
  /**
   * What changed in a feed after a position; the last page ends with the head. Refusals: NOT_FOUND,
   * NOT_A_MEMBER.
   */
  readonly "chat.feed.read": {
    readonly request: ReadFeed;
    readonly reply: Range;
  };
  /** Listen to feeds on this socket and be brought up to date from the positions given. */
  readonly "gateway.session.resume": {
    readonly request: Resume;
    readonly reply: Resumed;
  };
  /** Names for accounts. */
  readonly "chat.profile.read": {
    readonly request: ReadProfiles;
    readonly reply: Profiles;
  };
  /** People by the beginnings of their names, without the caller. */
  readonly "chat.people.search": {
    readonly request: SearchPeople;
    readonly reply: Profiles;
  };
  /**
   * Ask somebody to be friends; who has asked the caller becomes a friend. Refusals: TOO_MANY,
   * NOT_REACHABLE.
   */
  readonly "chat.friend.request": {
    readonly request: RequestFriend;
    readonly reply: Relations;
  };
  /** Make friends with somebody who has asked. Refusals: NOT_FOUND. */
  readonly "chat.friend.accept": {
    readonly request: AcceptFriend;
    readonly reply: Relations;
  };
  /** Decline requests; the same people cannot ask again for a week. */
  readonly "chat.friend.decline": {
    readonly request: DeclineRequests;
    readonly reply: Relations;
  };
  /** Take back the caller's own request. */
  readonly "chat.friend.cancel": {
    readonly request: CancelRequest;
    readonly reply: Relations;
  };
  /** End a friendship. */
  readonly "chat.friend.end": {
    readonly request: EndFriendship;
    readonly reply: Relations;
  };
  /**
   * Block somebody: friendship and requests end, and neither reaches the other. Refusals: TOO_MANY,
   * NOT_REACHABLE.
   */
  readonly "chat.person.block": {
    readonly request: BlockPerson;
    readonly reply: Relations;
  };
  /** Take back a block; what it ended stays ended. */
  readonly "chat.person.unblock": {
    readonly request: UnblockPerson;
    readonly reply: Relations;
  };
  /** The caller's friends, requests and blocks. */
  readonly "chat.relation.list": {
    readonly request: ListRelations;
    readonly reply: RelationPage;
  };
  /** Whether the caller and somebody can write to each other. */
  readonly "chat.person.reach": {
    readonly request: ReadReach;
    readonly reply: Reach;
  };
  /** Choose who may write to the caller. */
  readonly "chat.account.open": {
    readonly request: OpenAccount;
    readonly reply: Settings;
  };
  /** Choose how the caller appears to others: as they are there, busy, invisible. */
  readonly "chat.account.appear": {
    readonly request: Appear;
    readonly reply: Settings;
  };
  /** Choose whether others see when the caller was last here. */
  readonly "chat.account.share": {
    readonly request: ShareLastSeen;
    readonly reply: Settings;
  };
  /** What the caller has chosen for the account. */
  readonly "chat.settings.read": {
    readonly request: ReadSettings;
    readonly reply: Settings;
  };
  /** Change how the caller is seen; a repeat changes nothing. */
  readonly "chat.profile.change": {
    readonly request: ChangeProfile;
    readonly reply: Profile;
  };
  /** Of some profiles those that changed since they were read. */
  readonly "chat.profile.refresh": {
    readonly request: RefreshProfiles;
    readonly reply: Profiles;
  };
  /** Hear on this socket whether these accounts are there, and no others. Refusals: TOO_MANY. */
  readonly "gateway.presence.watch": {
    readonly request: WatchPresence;
    readonly reply: PresenceWatched;
  };
  /** Say whether somebody uses the device of this socket. */
  readonly "gateway.presence.idle": {
    readonly request: NoteIdle;
    readonly reply: IdleNoted;
  };
};

/** Every address that can be asked. */
export const BROWSER_OPERATIONS = [
  "chat.room.create",
  "chat.room.list",
  "chat.room.join",
  "chat.room.leave",
  "chat.direct.open",
  "chat.group.create",
  "chat.member.list",
  "chat.member.add",
  "chat.member.remove",
  "chat.member.role",
  "chat.owner.transfer",
  "chat.link.create",
  "chat.link.list",
  "chat.link.revoke",
  "chat.link.read",
  "chat.link.use",
  "chat.conversation.list",
  "chat.conversation.mark",
  "chat.conversation.change",
  "chat.conversation.prefer",
  "chat.message.send",
  "chat.message.edit",
  "chat.message.delete",
  "chat.message.revisions",
  "chat.reaction.set",
  "chat.reaction.list",
  "chat.history.read",
  "chat.feed.read",
  "gateway.session.resume",
  "chat.profile.read",
  "chat.people.search",
  "chat.friend.request",
  "chat.friend.accept",
  "chat.friend.decline",
  "chat.friend.cancel",
  "chat.friend.end",
  "chat.person.block",
  "chat.person.unblock",
  "chat.relation.list",
  "chat.person.reach",
  "chat.account.open",
  "chat.account.appear",
  "chat.account.share",
  "chat.settings.read",
  "chat.profile.change",
  "chat.profile.refresh",
  "gateway.presence.watch",
  "gateway.presence.idle",
] as const satisfies readonly (keyof Operations)[];

/** What can be listened to, by the form of the address. */
export type Topics = {
  /** Everything that happens in one conversation. */
  readonly "conversation.{id}.events": Range;
  /** Everything that concerns one account: memberships, read marks, relations, settings. */
  readonly "user.{id}.events": Range;
  /** How an account is seen, after each change. */
  readonly "profile.{id}.changes": Profile;
  /** Whether an account is there; begins with what is known. */
  readonly "presence.{id}.changes": Presence;
};

/** Everything that happens in one conversation. */
export function conversationEvents(id: string): string {
  return `conversation.${id}.events`;
}

/** Everything that concerns one account: memberships, read marks, relations, settings. */
export function userEvents(id: string): string {
  return `user.${id}.events`;
}

/** How an account is seen, after each change. */
export function profileChanges(id: string): string {
  return `profile.${id}.changes`;
}

/** Whether an account is there; begins with what is known. */
export function presenceChanges(id: string): string {
  return `presence.${id}.changes`;
}

/** Every way in which a request can fail; the thousand tells what to do, see DUTY. */
export const FailureCode = {
  /** The request is not what the contract says; `field` names the place. */
  MALFORMED: 1000,
  /** No such address, or it is not open to browsers. */
  UNKNOWN_ADDRESS: 1001,
  /** The caller may not do this. */
  FORBIDDEN: 1002,
  /** What the request names does not exist. */
  NOT_FOUND: 1003,
  /** The caller is not a member of the conversation. */
  NOT_A_MEMBER: 1004,
  /** The name, or one that looks like it, is taken. */
  NAME_TAKEN: 1005,
  /** A bound of the caller is reached: subscriptions, rooms, sockets. */
  TOO_MANY: 1006,
  /** User name and password do not belong together. */
  WRONG_CREDENTIALS: 1007,
  /** The caller cannot reach this person; why is not told. */
  NOT_REACHABLE: 1008,
  /** The conversation would be left without an owner. */
  LAST_OWNER: 1009,
  /** A part did not answer in time or is overloaded; repeat with the same id. */
  UNAVAILABLE: 2000,
  /** Too many requests; repeat later with the same id. */
  RATE_LIMITED: 2001,
  /** A fault of the server; it is logged there. Repeat with the same id. */
  INTERNAL: 2002,
  /** The decision rested on an older state of the conversation; decide again. */
  STALE: 2003,
  /** The session has expired; sign in again, then resume. */
  SESSION_EXPIRED: 3000,
  /** The session was ended; sign in again, then resume. */
  SIGNED_OUT: 3001,
} as const;

export type FailureName = keyof typeof FailureCode;

/** What to do about a failure, by Math.floor(number / 1000): also for unknown numbers. */
export const DUTY = {
  1: "show, do not resend",
  2: "resend the same id with back-off and jitter",
  3: "sign in again, then resume",
} as const;

/** Why the server closes a socket: the code of the close event. */
export const CloseCode = {
  /** session over */
  SESSION_OVER: 4001,
  /** come back and resume */
  TOO_SLOW: 4008,
  /** come back and resume */
  GOING_AWAY: 4009,
  /** message too large or not valid */
  BAD_FRAME: 4010,
  /** too many sockets */
  TOO_MANY_SOCKETS: 4011,
} as const;

/** Bounds that the server checks, so that a form can tell them before it sends. */
export const LIMITS = {
  CreateRoom: { MAX_NAME: 60, MAX_TOPIC: 250 },
  TextContent: { MAX_TEXT: 4000 },
  Reaction: { MAX_KINDS: 20, MAX_NAMED: 10 },
  Policy: { MAX_SLOW_SECONDS: 3600 },
  ListRooms: { MAX_LIMIT: 100, MAX_CURSOR: 600 },
  CreateGroup: { MAX_MEMBERS: 50 },
  ListMembers: { MAX_LIMIT: 100 },
  CreateLink: { MAX_HOURS: 720, MAX_USES: 1000 },
  Links: { MAX: 50 },
  ListConversations: { MAX_LIMIT: 200, MAX_CURSOR: 600 },
  ReadRevisions: { MAX_LIMIT: 50 },
  ListReactions: { MAX_LIMIT: 100 },
  ReadHistory: { MAX_LIMIT: 100 },
  Range: { MAX_ITEMS: 200 },
  Resume: { MAX_FEEDS: 500 },
  ReadProfiles: { MAX: 100 },
  Profile: { MAX_USERNAME: 32, MAX_DISPLAY_NAME: 60, MAX_AVATAR: 64 },
  Status: { MAX_TEXT: 80 },
  SearchPeople: { MAX_LIMIT: 20, MIN_QUERY: 2, MAX_QUERY: 60 },
  RequestFriend: { MAX_NOTE: 200 },
  DeclineRequests: { MAX: 100 },
  ListRelations: { MAX_LIMIT: 200 },
  WatchPresence: { MAX: 100 },
} as const;
