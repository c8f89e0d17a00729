import type { ClientId, ConversationId, UserId } from "../contract/generated.ts";
import type { Chat } from "../model/Chat.ts";
import { type Conversation, unreadOf } from "../model/Conversations.ts";
import { Failure } from "../model/Failure.ts";
import { textOf } from "../model/messages.ts";
import type { Room } from "../model/Room.ts";
import { text } from "../text/en.ts";
import { failureText } from "../text/failureText.ts";
import { ComposerViewModel } from "./ComposerViewModel.svelte.ts";
import { type Dot, dotOf } from "./DotsViewModel.ts";
import { paceOf } from "./groups/pace.ts";
import { plainTextOf } from "./markdown/snippet.ts";
import { ReactingViewModel } from "./messages/ReactingViewModel.svelte.ts";
import { RewritingViewModel, traceOf } from "./messages/RewritingViewModel.svelte.ts";
import { nameOf, type ShownStatus, statusOf } from "./names.ts";
import { observe } from "./observe.ts";
import { CompanionViewModel } from "./people/CompanionViewModel.svelte.ts";
import type { DraftStorage, Page } from "./ports.ts";
import { type MessageRow, rowsOf, type Row } from "./rows.ts";
import { shownIn } from "./shown.ts";
import { type Face, faceOf, titleOf } from "./titles.ts";

/** One open conversation: its header, its timeline and its composer. */
export class ConversationViewModel {
  readonly composer: ComposerViewModel;
  readonly rewriting: RewritingViewModel;
  readonly reacting: ReactingViewModel;
  /** What a screen reader says about the message that came last. */
  announcement = $state("");
  /** Why leaving did not work. */
  problem = $state<string | undefined>();
  /** Grows when the view should go to the end whatever it shows. */
  toEnd = $state(0);
  #newAfter = $state<number | undefined>();
  readonly #room: Room;
  readonly #observe: () => void;
  /** Of who comes and goes; the messages need not be looked at again for it. */
  readonly #observePresences: () => void;
  /** The other one of two; undefined in a room. */
  readonly #other: UserId | undefined;
  /** What is between the two of us; undefined in a room. */
  readonly companion: CompanionViewModel | undefined;
  readonly #stops: readonly (() => void)[];
  /** Nothing counts as seen before the view has said what is in view. */
  #atEnd = false;
  #announced: number | undefined;
  /** Whom the server was told that they are shown. */
  #shown: string | undefined;

  constructor(
    readonly id: ConversationId,
    private readonly chat: Chat,
    private readonly page: Page,
    drafts: DraftStorage,
  ) {
    const known = chat.conversations.get(id);
    this.#newAfter = known !== undefined && unreadOf(known) > 0 ? known.readOrdinal : undefined;
    this.#other = known === undefined ? undefined : chat.otherIn(known);
    this.#room = chat.open(id);
    const timeline = this.#room.timeline.changes;
    this.#observe = observe(
      this.#room.changes,
      timeline,
      chat.outbox.changes,
      chat.people.changes,
      chat.conversations.changes,
      chat.changes,
    );
    this.#observePresences = observe(chat.presences.changes);
    this.companion =
      this.#other === undefined ? undefined : new CompanionViewModel(this.#other, id, chat);
    this.#showPeople();
    this.composer = new ComposerViewModel(id, chat.me.account, chat.outbox, drafts, () =>
      this.#sent(),
    );
    this.rewriting = new RewritingViewModel(id, chat);
    this.reacting = new ReactingViewModel(id, chat, (account) => this.nameOf(account));
    this.#stops = [
      timeline.subscribe(() => this.#timelineChanged()),
      page.changes.subscribe(() => this.#attentionChanged()),
    ];
    this.#timelineChanged();
  }

  dispose(): void {
    this.#stops.forEach((stop) => stop());
    this.companion?.dispose();
    this.composer.dispose();
    this.chat.presences.show("conversation", []);
  }

  get name(): string {
    const conversation = this.#conversation;
    return conversation === undefined ? "" : titleOf(this.chat, conversation);
  }

  /** What its picture is made of. */
  get face(): Face | undefined {
    const conversation = this.#conversation;
    return conversation === undefined ? undefined : faceOf(this.chat, conversation);
  }

  /** Whether it is one of two people, which nobody joins or leaves. */
  get direct(): boolean {
    return this.#conversation?.kind === "direct";
  }

  /** Whether it is a group, which one leaves for good. */
  get group(): boolean {
    return this.#conversation?.kind === "group";
  }

  /** What it means to leave it; who is alone closes it. */
  get leaving(): string {
    if (this.memberCount === 1) {
      return text.conversation.leaveAlone;
    }
    return this.group ? text.groups.leaveGroupBody : text.conversation.leaveBody;
  }

  /** Whether I may change who belongs to it and what may be done there. */
  get moderated(): boolean {
    const role = this.#conversation?.role;
    return !this.direct && (role === "owner" || role === "moderator");
  }

  /** Whether I may read only. */
  get readOnly(): boolean {
    const conversation = this.#conversation;
    return conversation?.policy.writers === "moderators" && conversation.role === "member";
  }

  /** That I may not write as often as I like, and whether a message of mine waits for it. */
  get pace(): string | undefined {
    this.#observe();
    return paceOf(this.#conversation, this.chat.outbox.holdUpOf(this.id));
  }

  /** Whether the other one of two is there, if that is known. */
  get presence(): Dot | undefined {
    this.#observePresences();
    return this.#other === undefined ? undefined : dotOf(this.chat.presences, this.#other);
  }

  /** When the other one of two was last here, milliseconds since 1970, if that is told. */
  get lastSeen(): number | undefined {
    this.#observePresences();
    return this.#other === undefined ? undefined : this.chat.presences.lastSeenOf(this.#other);
  }

  get topic(): string | undefined {
    return this.#conversation?.topic;
  }

  get memberCount(): number {
    return this.#conversation?.memberCount ?? 0;
  }

  get unread(): number {
    const conversation = this.#conversation;
    return conversation === undefined ? 0 : unreadOf(conversation);
  }

  get loaded(): boolean {
    this.#observe();
    return this.#room.timeline.loaded;
  }

  /** Why messages are missing, if they could not be read. */
  get failure(): string | undefined {
    this.#observe();
    return this.#room.failure === undefined ? undefined : failureText(this.#room.failure.message);
  }

  /** Why new messages do not arrive by themselves; undefined while they do. */
  get notLive(): string | undefined {
    this.#observe();
    const refusal = this.chat.refusalOf(this.id);
    return refusal === undefined ? undefined : failureText(refusal.message);
  }

  /** Tries now to have new messages arrive again. */
  retryLive(): void {
    this.chat.retryRefused();
  }

  get rows(): readonly Row[] {
    this.#observe();
    const { timeline } = this.#room;
    return rowsOf({
      me: this.chat.me.account,
      messages: timeline.messages,
      outgoing: this.chat.outbox.of(this.id),
      more: timeline.more,
      newAfter: this.#newAfter,
    });
  }

  /** The hash of somebody's picture. */
  pictureOf(account: UserId): string | undefined {
    this.#observe();
    return this.chat.people.find(account)?.avatar;
  }

  statusOf(account: UserId): ShownStatus | undefined {
    this.#observe();
    return statusOf(this.chat.people.find(account), this.chat.people.now);
  }

  /** What the other one of two says about the moment. */
  get status(): ShownStatus | undefined {
    return this.#other === undefined ? undefined : this.statusOf(this.#other);
  }

  nameOf(account: UserId): string {
    this.#observe();
    return nameOf(this.chat.people.find(account));
  }

  /** What stands in the place of a deleted message. */
  traceOf(row: MessageRow): string {
    return traceOf(row, this.chat.me.account, (account) => this.nameOf(account));
  }

  /** Begins to edit the last message that I may edit; false if there is none at hand. */
  editLast(): boolean {
    const last = this.rows.findLast(
      (row): row is MessageRow => row.kind === "message" && this.rewriting.mayEdit(row),
    );
    if (last !== undefined) {
      this.rewriting.edit(last);
    }
    return last !== undefined;
  }

  /** Whether the newest message is in view; told by the view. */
  get atEnd(): boolean {
    return this.#atEnd;
  }

  set atEnd(atEnd: boolean) {
    this.#atEnd = atEnd;
    this.#markSeen();
  }

  loadEarlier(): void {
    void this.#room.loadEarlier();
  }

  /** Reads again what could not be read. */
  retryLoading(): void {
    void (this.#room.timeline.loaded ? this.#room.loadEarlier() : this.#room.loadNewest());
  }

  resend(clientId: ClientId): void {
    this.chat.outbox.retry(clientId);
  }

  discard(clientId: ClientId): void {
    this.chat.outbox.remove(clientId);
  }

  jumpToPresent(): void {
    this.#newAfter = undefined;
    this.toEnd += 1;
  }

  /** True if it is left now. */
  async leave(): Promise<boolean> {
    this.problem = undefined;
    try {
      await this.chat.leaveRoom(this.id);
      return true;
    } catch (cause) {
      this.problem = failureText(Failure.from(cause).message);
      return false;
    }
  }

  get #conversation(): Conversation | undefined {
    this.#observe();
    return this.chat.conversations.get(this.id);
  }

  get #readOrdinal(): number {
    return this.chat.conversations.get(this.id)?.readOrdinal ?? 0;
  }

  #sent(): void {
    this.#newAfter = undefined;
    this.toEnd += 1;
  }

  /** The other one, and who wrote last: of them it is told how they are seen. */
  #showPeople(): void {
    const shown = shownIn(this.#room.timeline.messages, this.#other, this.chat.me.account);
    if (shown.join() !== this.#shown) {
      this.#shown = shown.join();
      this.chat.presences.show("conversation", shown);
    }
  }

  #timelineChanged(): void {
    this.#showPeople();
    const last = this.#room.timeline.messages.at(-1);
    if (last === undefined || !this.#room.timeline.loaded) {
      return;
    }
    const looking = this.page.attended && this.#atEnd;
    const foreign = last.sender !== this.chat.me.account;
    if (foreign && !looking && last.ordinal > this.#readOrdinal) {
      this.#newAfter ??= this.#readOrdinal;
    }
    const said = textOf(last);
    const later = this.#announced !== undefined && last.posted > this.#announced;
    if (foreign && later && said !== undefined) {
      this.announcement = text.conversation.announced(this.nameOf(last.sender), plainTextOf(said));
    }
    this.#announced = last.posted;
    if (looking) {
      this.#room.timeline.trim();
    }
    this.#markSeen();
  }

  #attentionChanged(): void {
    if (!this.page.attended && this.unread === 0) {
      this.#newAfter = undefined;
    }
    this.#markSeen();
  }

  #markSeen(): void {
    const last = this.#room.timeline.messages.at(-1);
    if (last !== undefined && this.page.attended && this.#atEnd && this.#room.timeline.loaded) {
      this.chat.readMarks.seen(this.id, last.ordinal);
    }
  }
}
