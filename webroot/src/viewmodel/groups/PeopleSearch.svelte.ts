import { LIMITS, type Profile } from "../../contract/generated.ts";
import type { Chat } from "../../model/Chat.ts";
import { Failure } from "../../model/Failure.ts";
import type { Cancel, Clock } from "../../model/ports.ts";
import { failureText } from "../../text/failureText.ts";
import { type ShownStatus, statusOf } from "../names.ts";

/** How long typing pauses before the server is asked, in milliseconds. */
const TYPING_PAUSE_MS = 200;

/** Finds people by the beginnings of their names, to pick them one after the other. */
export class PeopleSearch {
  #query = $state("");
  #found = $state.raw<readonly Profile[]>([]);
  /** Whether the answer to what was typed is there. */
  answered = $state(false);
  /** Why nobody could be found. */
  problem = $state<string | undefined>();
  #cancel: Cancel | undefined;
  /** Grows with each search, so that a late answer to an older one is dropped. */
  #search = 0;

  constructor(
    private readonly chat: Chat,
    private readonly clock: Clock,
    /** Who is not offered. */
    private readonly isTaken: (person: Profile) => boolean,
  ) {}

  dispose(): void {
    this.#cancel?.();
    this.#search += 1;
  }

  get query(): string {
    return this.#query;
  }

  set query(query: string) {
    this.#query = query;
    this.problem = undefined;
    this.answered = false;
    this.#found = [];
    this.dispose();
    const wanted = query.trim();
    const { MIN_QUERY, MAX_QUERY } = LIMITS.SearchPeople;
    if (wanted.length >= MIN_QUERY && wanted.length <= MAX_QUERY) {
      const search = this.#search;
      this.#cancel = this.clock.schedule(TYPING_PAUSE_MS, () => void this.#find(wanted, search));
    }
  }

  /** What somebody says about the moment. */
  statusOf(person: Profile): ShownStatus | undefined {
    return statusOf(person, this.chat.people.now);
  }

  get offers(): readonly Profile[] {
    return this.#found.filter((person) => !this.isTaken(person));
  }

  async #find(query: string, search: number): Promise<void> {
    let problem: string | undefined;
    let found: readonly Profile[] = [];
    try {
      found = await this.chat.finding.people(query);
    } catch (cause) {
      problem = failureText(Failure.from(cause).message);
    }
    if (search === this.#search) {
      this.#found = found;
      this.problem = problem;
      this.answered = true;
    }
  }
}
