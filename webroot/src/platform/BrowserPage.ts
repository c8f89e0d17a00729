import { Changes } from "../model/Changes.ts";
import type { Page } from "../viewmodel/ports.ts";

const SECRET_BYTES = 32;

/** This page: whether it is looked at and online, its title, and its place in the history. */
export class BrowserPage implements Page {
  readonly changes = new Changes();

  constructor() {
    const changed = (): void => this.changes.emit();
    for (const event of ["focus", "blur", "online", "offline", "hashchange"]) {
      window.addEventListener(event, changed);
    }
    document.addEventListener("visibilitychange", changed);
  }

  get attended(): boolean {
    return document.visibilityState === "visible" && document.hasFocus();
  }

  get online(): boolean {
    return navigator.onLine;
  }

  get place(): string {
    return location.hash.replace(/^#\/?/, "");
  }

  go(place: string): void {
    if (place !== this.place) {
      history.pushState(null, "", `#/${place}`);
      this.changes.emit();
    }
  }

  replace(place: string): void {
    if (place !== this.place) {
      history.replaceState(null, "", `#/${place}`);
      this.changes.emit();
    }
  }

  entitle(title: string): void {
    document.title = title;
  }

  linkTo(place: string): string {
    return new URL(`/#/${place}`, location.href).href;
  }

  /** Browsers have a clipboard for pages by HTTPS or from this machine alone, and may ask. */
  async copy(text: string): Promise<boolean> {
    const { clipboard } = navigator as { readonly clipboard?: Clipboard };
    try {
      await clipboard?.writeText(text);
      return clipboard !== undefined;
    } catch {
      return false;
    }
  }

  /** Browsers hash for pages by HTTPS or from this machine alone. */
  async drawSecret(): Promise<{ readonly secret: string; readonly hash: string } | undefined> {
    const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
    if (subtle === undefined) {
      return undefined;
    }
    const secret = base64url(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
    const hash = await subtle.digest("SHA-256", new TextEncoder().encode(secret));
    return { secret, hash: base64url(new Uint8Array(hash)) };
  }

  /** Asks before the page is left while `needed` says so. */
  guardLeaving(needed: () => boolean): void {
    window.addEventListener("beforeunload", (event) => {
      if (needed()) {
        event.preventDefault();
      }
    });
  }
}

function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
