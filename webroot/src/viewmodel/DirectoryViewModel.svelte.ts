import type { ConversationId, RoomSummary } from "../contract/generated.ts";
import type { Chat } from "../model/Chat.ts";
import { Failure } from "../model/Failure.ts";
import type { Cancel, Clock } from "../model/ports.ts";
import { failureText } from "../text/failureText.ts";
import { observe } from "./observe.ts";

export type DirectoryRoom = RoomSummary;

const PAGE = 50;
/** How long typing pauses before the server is asked, in milliseconds. */
const TYPING_PAUSE_MS = 200;

/** The directory of public rooms: search, join, open. */
export class DirectoryViewModel {
  #query = $state("");
  rooms = $state.raw<readonly RoomSummary[]>([]);
  loading = $state(true);
  problem = $state<string | undefined>();
  /** The room that is being joined. */
  joining = $state<ConversationId | undefined>();
  #next = $state<string | undefined>();
  readonly #observe: () => void;
  #cancel: Cancel | undefined;
  /** Grows with each search, so that a late answer to an older one is dropped. */
  #search = 0;

  constructor(
    private readonly chat: Chat,
    private readonly clock: Clock,
    private readonly opened: (id: ConversationId) => void,
  ) {
    this.#observe = observe(chat.conversations.changes);
    void this.#load(undefined);
  }

  dispose(): void {
    this.#cancel?.();
    this.#search += 1;
  }

  get query(): string {
    return this.#query;
  }

  set query(query: string) {
    this.#query = query;
    this.#cancel?.();
    this.#cancel = this.clock.schedule(TYPING_PAUSE_MS, () => this.reload());
  }

  get more(): boolean {
    return this.#next !== undefined;
  }

  reload(): void {
    void this.#load(undefined);
  }

  showMore(): void {
    if (!this.loading && this.#next !== undefined) {
      void this.#load(this.#next);
    }
  }

  /** Whether I am in a room, also if that changed since the directory was read. */
  isMine(id: ConversationId): boolean {
    this.#observe();
    return this.chat.conversations.get(id) !== undefined;
  }

  open(id: ConversationId): void {
    this.opened(id);
  }

  async join(id: ConversationId): Promise<void> {
    if (this.joining !== undefined) {
      return;
    }
    this.joining = id;
    this.problem = undefined;
    try {
      await this.chat.entering.join(id);
      this.opened(id);
    } catch (cause) {
      this.problem = failureText(Failure.from(cause).message);
    } finally {
      this.joining = undefined;
    }
  }

  async #load(after: string | undefined): Promise<void> {
    this.#search += 1;
    const search = this.#search;
    this.loading = true;
    this.problem = undefined;
    try {
      const page = await this.chat.finding.rooms(this.#query.trim(), after, PAGE);
      if (search === this.#search) {
        this.rooms = after === undefined ? page.rooms : [...this.rooms, ...page.rooms];
        this.#next = page.next;
        this.loading = false;
      }
    } catch (cause) {
      if (search === this.#search) {
        this.problem = failureText(Failure.from(cause).message);
        this.loading = false;
      }
    }
  }
}
