import type { ConversationId, LinkId, Profile } from "../contract/generated.ts";
import type { AccountPort, Me } from "../model/account.ts";
import type { Chat } from "../model/Chat.ts";
import type { Conversation } from "../model/Conversations.ts";
import type { Clock, NewId } from "../model/ports.ts";
import { text } from "../text/en.ts";
import { AppearanceViewModel } from "./AppearanceViewModel.svelte.ts";
import type { ConnectionViewModel } from "./ConnectionViewModel.ts";
import { ConversationViewModel } from "./ConversationViewModel.svelte.ts";
import { CreateRoomViewModel } from "./CreateRoomViewModel.svelte.ts";
import { CreateGroupViewModel } from "./groups/CreateGroupViewModel.svelte.ts";
import { JoinViewModel } from "./groups/JoinViewModel.svelte.ts";
import { LinksViewModel } from "./groups/LinksViewModel.svelte.ts";
import { MembersViewModel } from "./groups/MembersViewModel.svelte.ts";
import { PreferencesViewModel } from "./groups/PreferencesViewModel.svelte.ts";
import { PolicyViewModel } from "./groups/PolicyViewModel.svelte.ts";
import { DirectoryViewModel } from "./DirectoryViewModel.svelte.ts";
import { nameOf, type ShownStatus, statusOf } from "./names.ts";
import { observe } from "./observe.ts";
import { endOverlay, type Overlay } from "./overlays.ts";
import { PageTitle } from "./PageTitle.ts";
import { BefriendViewModel } from "./people/BefriendViewModel.svelte.ts";
import { PeopleViewModel } from "./people/PeopleViewModel.svelte.ts";
import { pictureOf } from "./pictured.ts";
import { DIRECTORY, parsePlace, PEOPLE, roomPlace, SETTINGS, START } from "./places.ts";
import type { DraftStorage, Page, Sight } from "./ports.ts";
import { LastSeenViewModel } from "./settings/LastSeenViewModel.svelte.ts";
import { OpennessViewModel } from "./settings/OpennessViewModel.svelte.ts";
import { PictureViewModel } from "./settings/PictureViewModel.svelte.ts";
import { SettingsViewModel } from "./settings/SettingsViewModel.ts";
import { SidebarViewModel } from "./SidebarViewModel.ts";
import { StrangeRoomViewModel } from "./StrangeRoomViewModel.ts";
import { SwitcherViewModel } from "./SwitcherViewModel.svelte.ts";

export type ChatSurroundings = {
  readonly account: AccountPort;
  readonly page: Page;
  readonly sight: Sight;
  readonly drafts: DraftStorage;
  readonly clock: Clock;
  readonly newId: NewId;
};

/** Windows about the conversation that is shown. */
const ABOUT_ONE = new Set<Overlay["kind"] | undefined>(["members", "policy"]);

/** Everything somebody who is signed in sees. */
export class ChatViewModel {
  readonly sidebar: SidebarViewModel;
  readonly appearance: AppearanceViewModel;
  overlay = $state.raw<Overlay | undefined>();
  conversation = $state.raw<ConversationViewModel | undefined>();
  directory = $state.raw<DirectoryViewModel | undefined>();
  people = $state.raw<PeopleViewModel | undefined>();
  settings = $state.raw<SettingsViewModel | undefined>();
  /** The place that was asked for, if it is a room that I am not in. */
  strange = $state.raw<StrangeRoomViewModel | undefined>();
  readonly #stops: readonly (() => void)[];
  readonly #pageTitle: PageTitle;
  readonly #observe: () => void;
  readonly #observePeople: () => void;

  constructor(
    private readonly chat: Chat,
    readonly connection: ConnectionViewModel,
    private readonly around: ChatSurroundings,
  ) {
    this.sidebar = new SidebarViewModel(chat, around.sight, () => around.clock.now());
    this.appearance = new AppearanceViewModel(chat.relations, chat.appearing);
    this.#pageTitle = new PageTitle(chat.conversations, around.page, around.clock);
    this.#observe = observe(chat.conversations.changes);
    this.#observePeople = observe(chat.people.changes);
    const arrive = (): void => this.#arrive();
    this.#stops = [
      around.page.changes,
      chat.conversations.changes,
      chat.people.changes,
      chat.changes,
    ].map((changes) => changes.subscribe(arrive));
    chat.presences.show("self", [chat.me.account]);
    this.#arrive();
  }

  dispose(): void {
    this.#stops.forEach((stop) => stop());
    this.#pageTitle.dispose();
    this.conversation?.dispose();
    this.directory?.dispose();
    this.settings?.dispose();
    this.#endOverlay();
  }

  get me(): Me {
    return this.chat.me;
  }

  /** Renews the session if that is needed. */
  async renew(): Promise<void> {
    await this.around.account.renew().catch(() => undefined);
  }

  /** The hash of my picture. */
  get myPicture(): string | undefined {
    this.#observePeople();
    return this.chat.people.find(this.chat.me.account)?.avatar;
  }

  /** What I say about the moment. */
  get myStatus(): ShownStatus | undefined {
    this.#observePeople();
    return statusOf(this.chat.people.find(this.chat.me.account), this.chat.people.now);
  }

  /** What I am called now; my name may have changed since I signed in. */
  get myName(): string {
    this.#observePeople();
    return nameOf(this.chat.people.find(this.chat.me.account));
  }

  /** Milliseconds since 1970. */
  get now(): number {
    this.#observe();
    return this.around.clock.now();
  }

  /** Whether the list of rooms is all there is to see, on a screen with space for one thing. */
  get atStart(): boolean {
    return [this.conversation, this.directory, this.people, this.settings, this.strange].every(
      (place) => place === undefined,
    );
  }

  openStart(): void {
    this.around.page.go(START);
  }

  openRoom(id: ConversationId): void {
    this.#endOverlay();
    this.around.page.go(roomPlace(id));
  }

  openDirectory(): void {
    this.#endOverlay();
    this.around.page.go(DIRECTORY);
  }

  openPeople(): void {
    this.#endOverlay();
    this.around.page.go(PEOPLE);
  }

  openSettings(): void {
    this.#endOverlay();
    this.around.page.go(SETTINGS);
  }

  openNeighbour(by: 1 | -1): void {
    const id = this.sidebar.next(this.conversation?.id, by);
    if (id !== undefined) {
      this.openRoom(id);
    }
  }

  createRoom(): void {
    const form = new CreateRoomViewModel(this.chat, this.around.newId, (id) => this.openRoom(id));
    this.overlay = { kind: "create", form };
  }

  createGroup(): void {
    const { clock, newId } = this.around;
    this.#endOverlay();
    const form = new CreateGroupViewModel(this.chat, clock, newId, (id) => this.openRoom(id));
    this.overlay = { kind: "group", form };
  }

  /** Who belongs to the conversation that is shown. */
  showMembers(): void {
    const conversation = this.#shown;
    if (conversation !== undefined) {
      this.#endOverlay();
      const { clock, sight } = this.around;
      const members = new MembersViewModel(conversation, this.chat, clock, sight);
      this.overlay = { kind: "members", members };
    }
  }

  /** What may be set about the conversation that is shown. */
  showPolicy(): void {
    const conversation = this.#shown;
    if (conversation !== undefined) {
      this.#endOverlay();
      const { account, page, newId } = this.around;
      const form = new PolicyViewModel(conversation, this.chat);
      const picture = new PictureViewModel(pictureOf(conversation.id, this.chat, account));
      const links = new LinksViewModel(conversation.id, this.chat, page, newId);
      this.overlay = { kind: "policy", form, picture, links };
    }
  }

  /** How I want to have the conversation that is shown. */
  showPreferences(): void {
    const conversation = this.#shown;
    if (conversation !== undefined) {
      this.#endOverlay();
      const saved = (): void => this.closeOverlay("preferences");
      const { clock } = this.around;
      const form = new PreferencesViewModel(conversation, this.chat, clock, saved);
      this.overlay = { kind: "preferences", form };
    }
  }

  switchRoom(): void {
    const { clock, sight } = this.around;
    const open = (id: ConversationId): void => this.openRoom(id);
    const befriend = (person: Profile): void => this.befriend(person);
    const switcher = new SwitcherViewModel(this.chat, clock, sight, {
      opened: open,
      stranger: befriend,
      asking: () => this.openPeople(),
    });
    this.overlay = { kind: "switcher", switcher };
  }

  /** Asks somebody to be friends. */
  befriend(person: Profile): void {
    this.#endOverlay();
    const form = new BefriendViewModel(this.chat, person, () => this.closeOverlay("befriend"));
    this.overlay = { kind: "befriend", form };
  }

  askLogOut(): void {
    this.overlay = { kind: "logOut" };
  }

  /** Somebody who is signed in followed an invitation. */
  explainInvite(): void {
    this.#endOverlay();
    this.overlay = { kind: "invited" };
  }

  /** A window tells late that it was closed: another one may be open by then. */
  closeOverlay(kind: Overlay["kind"]): void {
    if (this.overlay?.kind === kind) {
      this.#endOverlay();
    }
  }

  /** The address holds the secret no more: others may see it. */
  #askToJoin(link: LinkId, secret: string): void {
    this.#endOverlay();
    const joined = (id: ConversationId): void => this.openRoom(id);
    this.overlay = { kind: "join", form: new JoinViewModel(link, secret, this.chat, joined) };
    this.around.page.replace(START);
  }

  get #shown(): Conversation | undefined {
    const id = this.conversation?.id;
    return id === undefined ? undefined : this.chat.conversations.get(id);
  }

  #endOverlay(): void {
    endOverlay(this.overlay);
    this.overlay = undefined;
  }

  async leaveRoom(): Promise<void> {
    if ((await this.conversation?.leave()) === true) {
      this.around.page.replace(START);
    }
  }

  /** Shows what the address of the page says. */
  #arrive(): void {
    const place = parsePlace(this.around.page.place);
    if (place.kind === "join") {
      this.#askToJoin(place.link, place.secret);
      return;
    }
    this.#showConversation(place.kind === "room" ? place.id : undefined);
    this.#showDirectory(place.kind === "directory");
    this.#showPeople(place.kind === "people");
    this.#showSettings(place.kind === "settings");
    this.#pageTitle.show(this.#title);
  }

  get #title(): string | undefined {
    if (this.people !== undefined) {
      return text.people.title;
    }
    return this.settings === undefined ? this.conversation?.name : text.settings.title;
  }

  #showPeople(shown: boolean): void {
    if (shown !== (this.people !== undefined)) {
      const open = (id: ConversationId): void => this.openRoom(id);
      this.people = shown ? new PeopleViewModel(this.chat, this.around.sight, open) : undefined;
    }
  }

  #showConversation(id: ConversationId | undefined): void {
    const mine = id !== undefined && this.chat.conversations.get(id) !== undefined;
    this.#showStrange(mine || !this.chat.ready ? undefined : id);
    const wanted = mine ? id : undefined;
    if (this.conversation?.id !== wanted) {
      this.#endOverlayOf(this.conversation);
      this.conversation?.dispose();
      this.conversation =
        wanted === undefined
          ? undefined
          : new ConversationViewModel(wanted, this.chat, this.around.page, this.around.drafts);
    }
  }

  /** A window about a conversation ends with it, as when I am removed from it. */
  #endOverlayOf(conversation: ConversationViewModel | undefined): void {
    if (conversation !== undefined && ABOUT_ONE.has(this.overlay?.kind)) {
      this.#endOverlay();
    }
  }

  #showStrange(id: ConversationId | undefined): void {
    if (this.strange?.id !== id) {
      this.strange = id === undefined ? undefined : new StrangeRoomViewModel(id, this.chat);
    }
  }

  #showDirectory(shown: boolean): void {
    if (shown === (this.directory !== undefined)) {
      return;
    }
    this.directory?.dispose();
    this.directory = shown
      ? new DirectoryViewModel(this.chat, this.around.clock, (id) => this.openRoom(id))
      : undefined;
  }

  #newSettings(): SettingsViewModel {
    const { relations, befriending, appearing } = this.chat;
    const { account, page } = this.around;
    return new SettingsViewModel(
      this.chat,
      account,
      page,
      new OpennessViewModel(relations, befriending),
      new LastSeenViewModel(relations, appearing),
    );
  }

  #showSettings(shown: boolean): void {
    if (shown === (this.settings !== undefined)) {
      return;
    }
    this.settings?.dispose();
    this.settings = shown ? this.#newSettings() : undefined;
  }
}
