import { count } from "./counts.ts";

/** The sentences of the settings. */
export const settings = {
  title: "Settings",

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
