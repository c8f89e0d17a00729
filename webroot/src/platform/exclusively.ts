const NONCE_KEY = "parley.nonce";
/** A little less than the time in which the server takes the same nonce as a repeat. */
const NONCE_LIVES_MS = 50_000;

/**
 * Runs a task under a lock that all pages of this browser share. Where the browser has none
 * (pages that were not loaded by HTTPS or from this machine) the shared nonce has to do.
 */
export async function exclusively<T>(name: string, task: () => Promise<T>): Promise<T> {
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  return locks === undefined ? task() : locks.request(name, task);
}

/**
 * A nonce for renewing the session. Without locks, pages that renew within a minute use the same
 * one, so that the server gives all of them the same successor.
 */
export function renewalNonce(newId: () => string, now: () => number): string {
  if ("locks" in navigator) {
    return newId();
  }
  try {
    const [nonce, at] = (localStorage.getItem(NONCE_KEY) ?? "").split(" ");
    if (nonce !== undefined && nonce !== "" && now() - Number(at) < NONCE_LIVES_MS) {
      return nonce;
    }
    const fresh = newId();
    localStorage.setItem(NONCE_KEY, `${fresh} ${now()}`);
    return fresh;
  } catch {
    // Storage may be forbidden; then this page is on its own.
    return newId();
  }
}

/**
 * Has one page of this browser at a time do something. Where there are no locks every page does;
 * that is for what may be done twice.
 */
export function inTurn(name: string, begin: () => void): () => void {
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  if (locks === undefined) {
    begin();
    return () => undefined;
  }
  const waiting = new AbortController();
  const { signal } = waiting;
  let release = (): void => waiting.abort();
  const held = (): Promise<void> =>
    new Promise((resolve) => {
      release = resolve;
      begin();
    });
  locks
    .request(name, { signal }, () => (signal.aborted ? undefined : held()))
    .catch(() => {
      if (!signal.aborted) {
        // The browser has locks and does not let us have them.
        begin();
      }
    });
  return () => release();
}
