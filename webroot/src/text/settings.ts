import { count } from "./counts.ts";

/** The sentences of the settings. */
export const settings = {
  title: "Settings",

  profile: {
    title: "Profile",
    about: "How others see you.",
    name: "Name to show",
    missingName: "Enter a name.",
    status: "Status",
    statusHint: "What others should know at the moment; leave it empty for none.",
    emoji: "Emoji",
    noEmoji: "None",
    emojis: [
      "\u{1F4AC}",
      "\u{1F3A7}",
      "\u{1F4DE}",
      "\u{1F4C5}",
      "\u2615",
      "\u{1F37D}\uFE0F",
      "\u{1F3E0}",
      "\u{1F68C}",
      "\u{1F334}",
      "\u{1F912}",
      "\u{1F389}",
      "\u{1F634}",
    ] as readonly string[],
    expiry: "Ends",
    expiries: {
      kept: "As before",
      never: "Never",
      halfHour: "In 30 minutes",
      hour: "In an hour",
      fourHours: "In 4 hours",
      today: "At midnight",
      week: "In a week",
    },
    submit: "Save",
    clear: "Clear status",
    done: "Saved.",
  },

  picture: {
    title: "Picture",
    about: "PNG, JPEG, WebP or GIF. You choose the part that is shown.",
    choose: "Choose a picture",
    remove: "Remove the picture",
    preview: "The part that is shown",
    zoom: "Zoom",
    across: "Left or right",
    down: "Up or down",
    submit: "Show this part",
    cancel: "Cancel",
    done: "Your picture is changed.",
    removed: "Your picture is removed.",
    unreadable: "This file is no picture that can be shown here, or it is too large.",
  },

  email: {
    title: "E-mail",
    about: "Where a link goes if you forget your password. Nobody else sees it.",
    address: "E-mail address",
    hint: "Leave it empty to keep none.",
    loading: "Asking what is stored",
    wrong: "This is no e-mail address.",
    password: "Your password, to change the address",
    showPassword: "Show the password for the address",
    hidePassword: "Hide the password for the address",
    submit: "Save address",
    done: "Saved.",
    confirmed: (address: string): string => `${address} is confirmed.`,
    unconfirmed: (address: string): string =>
      `${address} is not confirmed, so no link goes there yet. Follow the link in the letter that was sent to it, or save the address again for another one.`,
  },

  deletion: {
    title: "Delete account",
    about:
      "Your name, picture, address and status go, and you leave every room. Your messages stay, as those of a deleted account. Nobody can take your user name afterwards.",
    password: "Your password, to delete the account",
    showPassword: "Show the password for deleting",
    hidePassword: "Hide the password for deleting",
    submit: "Delete my account",
    confirmTitle: "Delete your account for good?",
    confirmBody: "This cannot be undone. You are signed out everywhere at once.",
    confirm: "Delete for good",
    cancel: "Keep it",
    done: "Your account is deleted.",
  },

  resets: {
    title: "Forgotten passwords",
    about: "Make a link that sets a new password, and hand it to nobody but the person.",
    username: "Account that it is for",
    submit: "Make a password link",
    link: (who: string): string => `Link for @${who}`,
    once: (until: string): string => `It works once, until ${until}. It is not shown again.`,
    nobody: "Nobody has this user name.",
  },

  devices: {
    title: "Devices",
    about: "Where you are signed in. Sign out what you do not know or use any more.",
    current: "This device",
    /** A program, by its browser, its system or what it calls itself. */
    name: (browser: string | undefined, system: string | undefined, agent: string): string => {
      if (browser !== undefined) {
        return system === undefined ? browser : `${browser} on ${system}`;
      }
      return agent === "" ? "Unknown program" : agent;
    },
    seen: "Last seen:",
    signedIn: "Signed in:",
    at: (day: string, time: string): string => `${day}, ${time}`,
    end: "Sign out",
    endNamed: (name: string): string => `Sign out ${name}`,
    only: "You are signed in nowhere else.",
    loading: "Loading your devices",
    retry: "Try again",
    confirmTitle: (name: string): string => `Sign out ${name}?`,
    confirmBody: "It is signed out at once. Whoever uses it needs your password to come back.",
    confirm: "Sign out",
    cancel: "Cancel",
    ended: (name: string): string => `${name} is signed out.`,
  },

  password: {
    title: "Password",
    about: "Changing it signs out all other devices.",
    username: "User name",
    current: "Current password",
    showCurrent: "Show current password",
    hideCurrent: "Hide current password",
    next: "New password",
    showNext: "Show new password",
    hideNext: "Hide new password",
    submit: "Change password",
    missingCurrent: "Enter your current password.",
    missingNext: "Enter a new password.",
    wrong: "This is not your current password.",
    noAnswer:
      "No answer came. If your current password is not taken any more, the new one was stored.",
    done: "Your password is changed. All other devices were signed out.",
  },

  administration: {
    title: "Administration",
    loading: "Asking what you may do",
    retry: "Try again",
  },

  invites: {
    about: "Whoever opens an invitation link can make an account, as long as the link is good.",
    open: "Everybody may sign up on this server: nobody needs a link.",
    closed: "Signing up is closed on this server: links are of no use until it is by invitation.",
    uses: "For",
    people: (n: number): string => count(n, "person", "people"),
    expires: "Good for",
    days: (n: number): string => count(n, "day", "days"),
    submit: "Make a link",
    link: "Invitation link",
    once: (uses: number, until: string): string =>
      `For ${count(uses, "person", "people")}, until ${until}. It is not shown again.`,
    copy: "Copy link",
    copied: "The link is copied.",
    notCopied: "The browser did not let us copy. The link is selected: copy it yourself.",
    notAdministrator: "Only administrators can invite.",
    tooMany: "There are too many invitations that are still good. Wait until some have expired.",
  },

  claim: {
    title: "Become administrator",
    about:
      "A server without an administrator tells a secret on its console when it starts. It works once.",
    secret: "Secret from the console",
    submit: "Become administrator",
    missing: "Enter the secret.",
    wrong: "This secret is not, or no longer, good. Restarting the server tells a new one.",
    done: "You are administrator now.",
  },
} as const;
