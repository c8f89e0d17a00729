import type { UserId } from "../contract/generated.ts";
import { cacheName } from "./BrowserCache.ts";
import { outboxName } from "./BrowserOutbox.ts";
import { deleteDatabase } from "./Database.ts";

const KEY = "parley.forget.";

/**
 * Deletes everything that this browser keeps of an account, as soon as its other pages let go. If
 * this page ends before that, the next one goes on with it.
 */
export function forgetAccount(account: UserId): void {
  mark(account, true);
  void forgetting(account);
}

/** Calls back when another page of this browser begins to delete what is kept of an account. */
export function onForgotten(hear: (account: UserId) => void): void {
  window.addEventListener("storage", ({ key, newValue }) => {
    if (key?.startsWith(KEY) === true && newValue !== null) {
      hear(key.slice(KEY.length));
    }
  });
}

/** Goes on with what an earlier page had begun to delete. */
export function goOnForgetting(): void {
  for (const account of marked()) {
    void forgetting(account);
  }
}

async function forgetting(account: UserId): Promise<void> {
  try {
    await Promise.all([outboxName(account), cacheName(account)].map(deleteDatabase));
    mark(account, false);
  } catch {
    // The next page tries again.
  }
}

function mark(account: UserId, there: boolean): void {
  try {
    if (there) {
      localStorage.setItem(KEY + account, "1");
    } else {
      localStorage.removeItem(KEY + account);
    }
  } catch {
    // Then only this page knows.
  }
}

function marked(): readonly UserId[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(KEY))
      .map((key) => key.slice(KEY.length));
  } catch {
    return [];
  }
}
