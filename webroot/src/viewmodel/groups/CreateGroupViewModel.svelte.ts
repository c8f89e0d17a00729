import { LIMITS, type ConversationId, type Profile } from "../../contract/generated.ts";
import type { Chat } from "../../model/Chat.ts";
import { Failure } from "../../model/Failure.ts";
import type { Clock, NewId } from "../../model/ports.ts";
import { text } from "../../text/en.ts";
import { failureText, fieldText } from "../../text/failureText.ts";
import { PeopleSearch } from "./PeopleSearch.svelte.ts";

/** The form that makes a group of some people. */
export class CreateGroupViewModel {
  readonly maxName = LIMITS.CreateRoom.MAX_NAME;
  readonly maxTopic = LIMITS.CreateRoom.MAX_TOPIC;
  readonly search: PeopleSearch;
  name = $state("");
  topic = $state("");
  picked = $state.raw<readonly Profile[]>([]);
  busy = $state(false);
  nameProblem = $state<string | undefined>();
  problem = $state<string | undefined>();
  /** The same for every attempt, so that a repeat makes no second group. */
  readonly #id: ConversationId;

  constructor(
    private readonly chat: Chat,
    clock: Clock,
    newId: NewId,
    private readonly created: (id: ConversationId) => void,
  ) {
    this.#id = newId();
    this.search = new PeopleSearch(chat, clock, ({ account }) =>
      this.picked.some((person) => person.account === account),
    );
  }

  dispose(): void {
    this.search.dispose();
  }

  /** Whether nobody more can be picked; more are added once the group is there. */
  get full(): boolean {
    return this.picked.length >= LIMITS.CreateGroup.MAX_MEMBERS;
  }

  pick(person: Profile): void {
    if (!this.full) {
      this.chat.people.put(person);
      this.picked = [...this.picked, person];
      this.search.query = "";
    }
  }

  drop(person: Profile): void {
    this.picked = this.picked.filter(({ account }) => account !== person.account);
  }

  async submit(): Promise<void> {
    const name = this.name.trim();
    const topic = this.topic.trim();
    this.problem = undefined;
    this.nameProblem =
      name.length < 2 || name.length > this.maxName ? text.failures.name : undefined;
    if (this.busy || this.nameProblem !== undefined) {
      return;
    }
    this.busy = true;
    try {
      await this.chat.members.create(this.#id, {
        name,
        topic: topic === "" ? undefined : topic,
        people: this.picked,
      });
      this.created(this.#id);
    } catch (cause) {
      this.#explain(Failure.from(cause));
    } finally {
      this.busy = false;
    }
  }

  #explain(failure: Failure): void {
    if (failure.field === "name") {
      this.nameProblem = fieldText("name");
    } else {
      this.problem = failure.is("NOT_REACHABLE")
        ? text.groups.someUnreachable
        : failureText(failure.message);
    }
  }
}
