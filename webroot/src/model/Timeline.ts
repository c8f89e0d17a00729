import type { MessageItem } from "../contract/generated.ts";
import { Changes } from "./Changes.ts";

/** The most messages kept of one conversation; older ones are read again when scrolled to. */
export const MAX_KEPT = 3_000;
/** How many stay when the oldest are let go. */
const KEPT_AFTER_TRIM = 1_500;

/**
 * The messages of one conversation from some point to the present, ordered by posting, without
 * holes. A copy is replaced by a newer one only, whichever way it comes.
 */
export class Timeline {
  readonly changes = new Changes();
  readonly #byPosted = new Map<number, MessageItem>();
  #sorted: readonly MessageItem[] = [];
  #loaded = false;
  #more = false;
  /** Nothing before this number is kept: between it and the past may be a hole. */
  #from = 0;

  /** The messages, oldest first; a new array after each change. */
  get messages(): readonly MessageItem[] {
    return this.#sorted;
  }

  /** Whether the newest page was read. */
  get loaded(): boolean {
    return this.#loaded;
  }

  /** Whether there are earlier messages than the first one here. */
  get more(): boolean {
    return this.#more;
  }

  /** The number before which the next earlier page ends. */
  get before(): number | undefined {
    return this.#sorted[0]?.posted;
  }

  /** A message was posted or changed. */
  put(message: MessageItem): void {
    if (this.#merge(message)) {
      this.#publish();
    }
  }

  /**
   * A page of history: the newest one, or the one that ends where this timeline begins, told by the
   * number it was asked with. A page that joins nothing is dropped.
   */
  addPage(messages: readonly MessageItem[], more: boolean, before: number | undefined): void {
    if (before !== (this.#loaded ? this.before : undefined)) {
      return;
    }
    const first = messages[0]?.posted;
    this.#from = more && first !== undefined ? first : 0;
    for (const posted of [...this.#byPosted.keys()].filter((number) => number < this.#from)) {
      this.#byPosted.delete(posted);
    }
    this.#more = more;
    this.#loaded = true;
    for (const message of messages) {
      this.#merge(message);
    }
    this.#publish();
  }

  /** Forgets everything: what is here is too old to be brought forward. */
  reset(): void {
    this.#byPosted.clear();
    this.#loaded = false;
    this.#more = false;
    this.#from = 0;
    this.#publish();
  }

  /** Lets the oldest messages go if there are too many; for when nobody looks at them. */
  trim(): void {
    if (this.#sorted.length <= MAX_KEPT) {
      return;
    }
    const kept = this.#sorted.slice(-KEPT_AFTER_TRIM);
    this.#from = kept[0]?.posted ?? 0;
    this.#more = true;
    this.#byPosted.clear();
    for (const message of kept) {
      this.#byPosted.set(message.posted, message);
    }
    this.#publish();
  }

  #merge(message: MessageItem): boolean {
    const copy = this.#byPosted.get(message.posted);
    if (message.posted < this.#from || (copy !== undefined && copy.changed >= message.changed)) {
      return false;
    }
    this.#byPosted.set(message.posted, message);
    return true;
  }

  #publish(): void {
    this.#sorted = [...this.#byPosted.values()].sort((a, b) => a.posted - b.posted);
    this.changes.emit();
  }
}
