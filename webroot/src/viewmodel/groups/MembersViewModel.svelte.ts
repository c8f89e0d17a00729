import type { MemberItem, Profile, Role, UserId } from "../../contract/generated.ts";
import type { Chat } from "../../model/Chat.ts";
import type { Conversation } from "../../model/Conversations.ts";
import { Failure } from "../../model/Failure.ts";
import type { Clock } from "../../model/ports.ts";
import type { Roster } from "../../model/Roster.ts";
import { text } from "../../text/en.ts";
import { failureText } from "../../text/failureText.ts";
import { DotsViewModel } from "../DotsViewModel.ts";
import { nameOf, type ShownStatus, statusOf } from "../names.ts";
import { observe } from "../observe.ts";
import type { Sight } from "../ports.ts";
import { PeopleSearch } from "./PeopleSearch.svelte.ts";

/** One member, and what I may do about the membership. */
export type MemberRow = {
  readonly account: UserId;
  readonly name: string;
  /** The hash of a picture. */
  readonly picture: string | undefined;
  /** What the member says about the moment. */
  readonly status: ShownStatus | undefined;
  readonly role: Role;
  readonly me: boolean;
  /** The roles that I may give; empty if none but the present one. */
  readonly roles: readonly Role[];
  readonly removable: boolean;
  /** Whether I may make the member an owner in my place. */
  readonly heir: boolean;
};

const RANKS: readonly Role[] = ["owner", "moderator", "member"];

/** Who belongs to a conversation, with what I may change. */
export class MembersViewModel {
  readonly search: PeopleSearch;
  readonly dots: DotsViewModel;
  /** Whose membership is being changed. */
  busy = $state<UserId | undefined>();
  /** Why the last change did not happen. */
  problem = $state<string | undefined>();
  /** What the last change came to, for screen readers too. */
  done = $state<string | undefined>();
  readonly #roster: Roster;
  readonly #observe: () => void;

  constructor(
    readonly conversation: Conversation,
    private readonly chat: Chat,
    clock: Clock,
    sight: Sight,
  ) {
    this.dots = new DotsViewModel(chat.presences, sight, "list");
    this.#roster = chat.members.show(conversation.id);
    this.#observe = observe(this.#roster.changes, chat.people.changes, chat.conversations.changes);
    this.search = new PeopleSearch(chat, clock, ({ account }) =>
      this.#roster.members.some((member) => member.account === account),
    );
  }

  dispose(): void {
    this.search.dispose();
    this.chat.members.hide(this.#roster);
  }

  /** What I am there; undefined once I am out of it. */
  get myRole(): Role | undefined {
    this.#observe();
    return this.chat.conversations.get(this.conversation.id)?.role;
  }

  get mayAdd(): boolean {
    return this.myRole === "owner" || this.myRole === "moderator";
  }

  /** Owners first, then moderators, each by name. */
  get rows(): readonly MemberRow[] {
    this.#observe();
    return this.#roster.members
      .map((member) => this.#row(member))
      .sort(
        (a, b) =>
          RANKS.indexOf(a.role) - RANKS.indexOf(b.role) ||
          a.name.localeCompare(b.name) ||
          a.account.localeCompare(b.account),
      );
  }

  get offers(): readonly Profile[] {
    this.#observe();
    return this.search.offers;
  }

  get loading(): boolean {
    this.#observe();
    return this.#roster.loading;
  }

  /** That so many are shown of more; undefined while they are read, and if everybody is shown. */
  get more(): string | undefined {
    this.#observe();
    const { loading, more, members } = this.#roster;
    const all = this.chat.conversations.get(this.conversation.id)?.memberCount ?? 0;
    return more && !loading ? text.groups.moreMembers(members.length, all) : undefined;
  }

  /** Why the members could not be read. */
  get failure(): string | undefined {
    this.#observe();
    const { failure } = this.#roster;
    return failure === undefined ? undefined : failureText(failure.message);
  }

  /** Reads on, also after it failed. */
  readOn(): void {
    void this.#roster.load();
  }

  async add(person: Profile): Promise<void> {
    const name = nameOf(person);
    this.chat.people.put(person);
    const failure = await this.#change(person.account, text.groups.added(name), () =>
      this.chat.members.add(this.conversation.id, person.account),
    );
    if (failure?.is("NOT_REACHABLE") === true) {
      this.problem = text.groups.unreachable(name);
    }
  }

  remove(row: MemberRow): Promise<unknown> {
    return this.#change(row.account, text.groups.removed(row.name), () =>
      this.chat.members.remove(this.conversation.id, row.account),
    );
  }

  give(row: MemberRow, role: Role): Promise<unknown> {
    return this.#change(row.account, text.groups.given(row.name, role), () =>
      this.chat.members.give(this.conversation.id, row.account, role),
    );
  }

  handOver(row: MemberRow): Promise<unknown> {
    return this.#change(row.account, text.groups.given(row.name, "owner"), () =>
      this.chat.members.handOver(this.conversation.id, row.account),
    );
  }

  /** Answers why it did not happen. */
  async #change(
    account: UserId,
    done: string,
    ask: () => Promise<void>,
  ): Promise<Failure | undefined> {
    if (this.busy !== undefined) {
      return undefined;
    }
    this.busy = account;
    this.problem = undefined;
    this.done = undefined;
    try {
      await ask();
      this.done = done;
      return undefined;
    } catch (cause) {
      const failure = Failure.from(cause);
      this.problem = failureText(failure.message);
      return failure;
    } finally {
      this.busy = undefined;
    }
  }

  #row({ account, role }: MemberItem): MemberRow {
    const me = account === this.chat.me.account;
    const owner = this.myRole === "owner";
    const person = this.chat.people.find(account);
    const higher = owner || (this.myRole === "moderator" && role === "member");
    return {
      account,
      name: nameOf(person),
      picture: person?.avatar,
      status: statusOf(person, this.chat.people.now),
      role,
      me,
      roles: owner ? RANKS : [],
      removable: !me && higher,
      heir: !me && owner && role !== "owner",
    };
  }
}
