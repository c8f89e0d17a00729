import { count, numbers } from "./counts.ts";
import { groups } from "./groups.ts";
import { people } from "./people.ts";
import { settings } from "./settings.ts";

/** Every sentence that people read, in English. */
export const text = {
  product: "Parley",
  title: (place: string | undefined, unread: number): string => {
    const badge = unread > 0 ? `(${unread > 99 ? "99+" : numbers.format(unread)}) ` : "";
    return badge + (place === undefined ? "Parley" : `${place} · Parley`);
  },

  starting: "Starting…",
  unreachable: {
    title: "Parley can’t be reached",
    body: "Check your connection. Trying again by itself.",
    retry: "Try now",
  },

  signIn: {
    welcome: "Talk with your people",
    logInTitle: "Log in",
    signUpTitle: "Create your account",
    logIn: "Log in",
    signUp: "Sign up",
    toSignUp: "New here?",
    forgot: "Forgot your password?",
    toLogIn: "Have an account?",
    username: "User name",
    usernameHint: "3 to 32 letters or digits, also . _ -",
    password: "Password",
    passwordHint: "At least 8 characters",
    displayName: "Name to show (optional)",
    displayNameHint: "How others see you",
    showPassword: "Show password",
    hidePassword: "Hide password",
    sessionOver: (unsent: number, inPageOnly: number): string =>
      "Your session has ended. Please log in again." +
      (unsent === 0
        ? ""
        : ` ${count(unsent, "message that was not sent is", "messages that were not sent are")} kept here until you do.`) +
      (inPageOnly === 0
        ? ""
        : ` ${count(inPageOnly, "of them is", "of them are")} in this tab only: keep it open, and do not log in as somebody else here.`),
    invited: "You have an invitation. Choose a name and a password to use it.",
    invite: "Invitation",
    inviteHint: "Signing up needs one: the link or the code that an administrator gave you.",
    inviteNeeded: "New here? You need an invitation.",
    closed: "Signing up is closed on this server.",
    missingInvite: "Enter your invitation.",
    missingUsername: "Enter your user name.",
    missingPassword: "Enter your password.",
  },

  failures: {
    username: "Use 3 to 32 letters or digits; dots, hyphens and underscores only inside.",
    password: "Use 8 to 200 characters, and not your user name.",
    displayName: "Use one line of at most 60 characters.",
    name: "Use one line of 2 to 60 characters.",
    topic: "Use one line of at most 250 characters.",
    usernameTaken: "This user name, or one that looks like it, is taken.",
    invite: "This invitation is not, or no longer, good. Ask for a new one.",
    roomTaken: "A room with this name exists already.",
    wrongCredentials: "User name and password do not belong together.",
    rateLimited: "Too many attempts. Please wait a moment and try again.",
    unavailable: "Parley does not answer right now. Please try again.",
    internal: "Something went wrong on the server. Please try again.",
    forbidden: "You may not do this.",
    notFound: "This does not exist any more.",
    notAMember: "You are not in this room.",
    notReachable: "You cannot reach this person.",
    lastOwner: "You are the last owner: make somebody else an owner first.",
    tooMany: "You have reached the limit.",
    malformed: "The server did not accept this.",
    sessionOver: "Your session has ended.",
  },

  connection: {
    connecting: "Connecting…",
    reconnecting: "Reconnecting…",
    offline: "You are offline",
    sending: "Sending…",
    crowded: "Parley is open in too many tabs. Close one to go on here.",
    retry: "Try now",
    waiting: (n: number): string => count(n, "message waiting", "messages waiting"),
    inPageOnly: (n: number): string =>
      `This browser could not keep ${count(n, "message", "messages")}: leave this tab open until everything is sent`,
  },

  sidebar: {
    label: "Conversations",
    rooms: "Rooms",
    groups: "Groups",
    directs: "Direct messages",
    newDirect: "New conversation",
    jump: "Jump to a conversation",
    browse: "Browse rooms",
    create: "New room",
    logOut: "Log out",
    account: (name: string): string => `Account: ${name}`,
    unread: (n: number): string => count(n, "unread message", "unread messages"),
    badge: (n: number): string => (n > 99 ? "99+" : numbers.format(n)),
    empty: "No rooms yet",
    emptyHint: "Join a room or make one for your team.",
    noMessages: "No messages yet",
    you: "You",
    snippet: (who: string, what: string): string => `${who}: ${what}`,
    loading: "Loading your rooms",
    notLive: "Not up to date",
    stranded: "Not sent",
    strandedIn: (n: number): string => count(n, "message", "messages"),
  },

  presence: {
    online: "online",
    away: "away",
    busy: "do not disturb",
    offline: "offline",
    mode: "How you appear",
    modes: { auto: "Automatic", busy: "Do not disturb", invisible: "Invisible" },
    lastSeen: (when: string): string => `last seen ${when}`,
    share: {
      title: "When you were last here",
      about: "Whoever may see whether you are there sees it while you are offline, for 30 days.",
      label: "Share when I was last here",
      hidden:
        "You are invisible: others see when that began. If you end sharing now, they can tell that you are there.",
      loading: "Asking what you have chosen",
      stored: "Your choice is kept.",
    },
    /** Read out in place of a name with a dot. */
    said: (name: string, state: string): string => `${name}, ${state}`,
  },

  welcome: {
    title: (name: string): string => `Hello, ${name}`,
    body: "Pick a room on the left, find one to join, or open a new one.",
  },

  directory: {
    title: "Rooms",
    search: "Search rooms by name",
    members: (n: number): string => count(n, "member", "members"),
    join: "Join",
    joinRoom: (name: string): string => `Join ${name}`,
    open: "Open",
    openRoom: (name: string): string => `Open ${name}`,
    more: "Show more",
    nothing: "No rooms yet. Make the first one.",
    noMatch: (query: string): string => `No room has a word that begins with “${query}”.`,
    loading: "Looking for rooms",
    retry: "Try again",
    found: (n: number): string => count(n, "room", "rooms"),
  },

  createRoom: {
    title: "New room",
    name: "Name",
    nameHint: "For example: Design, Coffee break",
    topic: "Topic (optional)",
    topicHint: "What is it about?",
    open: "Everybody on this server can find and join it.",
    submit: "Create room",
    cancel: "Cancel",
  },

  reset: {
    askTitle: "Forgot your password?",
    setTitle: "Choose a new password",
    about:
      "If your account has an e-mail address and this server sends mail, you get a link. Otherwise ask an administrator for one.",
    login: "User name",
    missingLogin: "Enter your user name.",
    password: "New password",
    submitAsk: "Send me a link",
    submitSet: "Set the password",
    asked: "If there is an account with an address, a link is on its way. It is good for a day.",
    set: "Your password is set and you are signed out everywhere. Log in with it now.",
    useless: "This link is not, or no longer, good. Ask for another one.",
    back: "Back to logging in",
  },
  confirm: {
    title: "Confirm your address",
    about: "If you forget your password, a link for a new one is sent to this address.",
    submit: "Confirm",
    done: "Your address is confirmed.",
    useless: "This link is not, or no longer, good. Save the address again for another one.",
    back: "Go on",
  },
  conversation: {
    back: "Back to conversations",
    leave: "Leave room",
    leaveTitle: (name: string): string => `Leave ${name}?`,
    leaveBody: "You will not receive its messages any more. You can join again at any time.",
    leaveAlone:
      "Nobody else is here. Once you have left it is closed for ever: nobody can find, join or read it any more, not even you.",
    leaveConfirm: "Leave",
    cancel: "Cancel",
    timeline: (name: string): string => `Messages in ${name}`,
    start: (name: string): string => `This is the beginning of ${name}`,
    startHint: "Say hello: everybody here will see it.",
    startDirect: (name: string): string =>
      `This is the beginning of your conversation with ${name}`,
    startDirectHint: "Only the two of you see it.",
    newMessages: "New messages",
    jump: "Jump to present",
    jumpNew: (n: number): string => count(n, "new message", "new messages"),
    loadingEarlier: "Loading earlier messages",
    loading: "Loading messages",
    failed: "The messages could not be loaded.",
    retry: "Try again",
    strandedTitle: "Not sent",
    strandedBody: (name: string): string =>
      `You are not in ${name} any more. Once you are back there you can send these messages, or delete them here.`,
    notLive: "New messages do not arrive here at the moment.",
    tryAgain: "Try again",
    members: (n: number): string => count(n, "member", "members"),
    stored: "Sent",
    writing: "Being kept on this device",
    waiting: "Waiting to be sent",
    refused: "Not sent.",
    resend: "Try again",
    discard: "Delete",
    /** Behind a link whose words could be taken for another address. */
    target: (address: string): string => `(${address})`,
    announced: (who: string, what: string): string => `${who}: ${what}`,
    somebody: "…",
  },

  messages: {
    actions: "Message actions",
    edit: "Edit message",
    editLabel: "New text of the message",
    editHint: "Enter saves, Escape cancels",
    save: "Save",
    cancel: "Cancel",
    edited: "(edited)",
    showRevisions: "Edited: show what it said before",
    revisions: "What it said before",
    revisionsLoading: "Loading what it said before",
    revisionsNone: "Nothing is known of what it said before.",
    revisionsMore: "Show earlier ones",
    again: "Try again",
    react: "Add a reaction",
    reactWith: (emoji: string): string => `React with ${emoji}`,
    offered: ["👍", "❤️", "😂", "🎉", "😮", "😢", "🙏", "👀"],
    otherEmoji: "Any other emoji, then Enter",
    otherEmojiShort: "Any emoji",
    reactions: "Reactions",
    me: "You",
    reacted: (names: readonly string[], others: number, emoji: string): string => {
      const all = others > 0 ? [...names, count(others, "other", "others")] : names;
      return `${new Intl.ListFormat("en").format(all)} reacted with ${emoji}`;
    },
    delete: "Delete message",
    deleteTitle: "Delete this message?",
    deleteBody: "It goes for everybody. That there was a message stays to be seen.",
    deleteForeignBody: (name: string): string =>
      `It is a message of ${name}. It goes for everybody; that you deleted it stays to be seen.`,
    deleted: "Message deleted",
    deletedByMe: "You deleted this message",
    deletedBy: (name: string): string => `Message deleted by ${name}`,
  },

  gone: {
    title: "You are not in this conversation",
    left: (name: string): string => `You are not in ${name} any more.`,
    removed: (name: string): string => `You were removed from ${name}.`,
    perhaps:
      "If it is a room, find it in the list of rooms to join it. Into a group others add you.",
    byDirectory: "Find it in the list of rooms to join it again.",
    byOthers: "To come back, ask one of its owners or moderators to add you.",
  },

  composer: {
    label: (name: string): string => `Message to ${name}`,
    placeholder: (name: string): string => `Message ${name}`,
    send: "Send",
    preview: "Preview",
    previewHint: "Preview (Alt+P)",
    previewEmpty: "What you write appears here as others will see it.",
    left: (n: number): string => count(n, "character left", "characters left"),
    over: (n: number): string => count(n, "character too long", "characters too long"),
    full: "Too many messages are not sent. Wait until they are, or delete those that cannot be.",
  },

  switcher: {
    title: "Jump to a conversation",
    placeholder: "Type the name of a room or a person",
    nothing: "No conversation of yours and nobody here matches.",
    browse: "Browse all rooms",
  },

  logOut: {
    title: "Log out?",
    unsent: (n: number): string =>
      `${count(n, "message has", "messages have")} not been sent and will be lost.`,
    confirm: "Log out",
    cancel: "Stay",
    failed: "Logging out did not work, because the server could not be reached.",
  },

  invited: {
    title: "You have an account already",
    body: "The invitation is for somebody who has none. It was not used: you can pass its link on.",
    close: "Close",
  },

  people,

  settings,
  groups,

  close: "Close",
} as const;
