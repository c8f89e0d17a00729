import type { ConversationId, RelationItem, UserId } from "../../contract/generated.ts";
import type { Chat } from "../../model/Chat.ts";
import { Failure } from "../../model/Failure.ts";
import { text } from "../../text/en.ts";
import { failureText } from "../../text/failureText.ts";
import { DotsViewModel } from "../DotsViewModel.ts";
import { nameOf, type ShownStatus, statusOf } from "../names.ts";
import { observe } from "../observe.ts";
import type { Sight } from "../ports.ts";

/** Somebody in one of the lists. */
export type PersonRow = {
  readonly account: UserId;
  readonly name: string;
  /** Undefined until it is known. */
  readonly username: string | undefined;
  /** The hash of a picture. */
  readonly picture: string | undefined;
  /** What the person says about the moment. */
  readonly status: ShownStatus | undefined;
  /** The line that came with a request. */
  readonly note: string | undefined;
};

/** What somebody is asked before it happens. */
export type Question =
  | { readonly kind: "end" | "block"; readonly row: PersonRow }
  | { readonly kind: "declineAll"; readonly accounts: readonly UserId[] };

/** My friends, requests and blocks, and what I do about them. */
export class PeopleViewModel {
  readonly dots: DotsViewModel;
  problem = $state<string | undefined>();
  question = $state.raw<Question | undefined>();
  questionProblem = $state<string | undefined>();
  /** With whom something is under way. */
  busy = $state<UserId | undefined>();
  readonly #observe: () => void;

  constructor(
    private readonly chat: Chat,
    sight: Sight,
    private readonly opened: (id: ConversationId) => void,
  ) {
    this.dots = new DotsViewModel(chat.presences, sight, "list");
    this.#observe = observe(chat.relations.changes, chat.people.changes);
  }

  get ready(): boolean {
    this.#observe();
    return this.chat.relations.loaded;
  }

  get incoming(): readonly PersonRow[] {
    return this.#rows(({ state }) => state === "incoming");
  }

  get outgoing(): readonly PersonRow[] {
    return this.#rows(({ state }) => state === "outgoing");
  }

  /** By their names. */
  get friends(): readonly PersonRow[] {
    return [...this.#rows(({ state }) => state === "friends")].sort((a, b) =>
      a.name.localeCompare(b.name),
    );
  }

  get blocked(): readonly PersonRow[] {
    return this.#rows(({ blocked }) => blocked);
  }

  accept({ account }: PersonRow): Promise<void> {
    return this.#act(account, () => this.chat.befriending.accept(account));
  }

  decline({ account }: PersonRow): Promise<void> {
    return this.#act(account, () => this.chat.befriending.decline([account]));
  }

  cancel({ account }: PersonRow): Promise<void> {
    return this.#act(account, () => this.chat.befriending.cancel(account));
  }

  unblock({ account }: PersonRow): Promise<void> {
    return this.#act(account, () => this.chat.befriending.unblock(account));
  }

  write({ account }: PersonRow): Promise<void> {
    return this.#act(account, async () => {
      const person = this.chat.people.find(account);
      if (person !== undefined) {
        this.opened(await this.chat.openDirect(person));
      }
    });
  }

  askEnd(row: PersonRow): void {
    this.#askBefore({ kind: "end", row });
  }

  askBlock(row: PersonRow): void {
    this.#askBefore({ kind: "block", row });
  }

  /** Of those who have asked by now; who asks meanwhile is not declined unseen. */
  askDeclineAll(): void {
    this.#askBefore({
      kind: "declineAll",
      accounts: this.incoming.map(({ account }) => account),
    });
  }

  forgetQuestion(): void {
    this.question = undefined;
  }

  async confirm(): Promise<void> {
    const { question } = this;
    if (question === undefined) {
      return;
    }
    this.questionProblem = undefined;
    try {
      await this.#answer(question);
      this.question = undefined;
    } catch (cause) {
      this.questionProblem = failureText(Failure.from(cause).message);
    }
  }

  #answer(question: Question): Promise<void> {
    const { befriending } = this.chat;
    switch (question.kind) {
      case "end":
        return befriending.end(question.row.account);
      case "block":
        return befriending.block(question.row.account);
      case "declineAll":
        return befriending.decline(question.accounts);
    }
  }

  #askBefore(question: Question): void {
    this.questionProblem = undefined;
    this.question = question;
  }

  async #act(account: UserId, act: () => Promise<void>): Promise<void> {
    if (this.busy !== undefined) {
      return;
    }
    this.busy = account;
    this.problem = undefined;
    try {
      await act();
    } catch (cause) {
      const failure = Failure.from(cause);
      this.problem = failure.is("NOT_FOUND") ? text.people.ended : failureText(failure.message);
    } finally {
      this.busy = undefined;
    }
  }

  #rows(which: (item: RelationItem) => boolean): readonly PersonRow[] {
    this.#observe();
    return this.chat.relations.list.filter(which).map(({ account, note }) => {
      const person = this.chat.people.find(account);
      return {
        account,
        name: nameOf(person),
        username: person?.username,
        picture: person?.avatar,
        status: statusOf(person, this.chat.people.now),
        note,
      };
    });
  }
}
