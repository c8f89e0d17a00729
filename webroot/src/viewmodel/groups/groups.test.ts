import { beforeEach, describe, expect, it } from "vitest";
import type { Item, MemberItem, Preferences, Role } from "../../contract/generated.ts";
import { Changes } from "../../model/Changes.ts";
import { Chat } from "../../model/Chat.ts";
import { conversationFeed, eventsOf, userFeed } from "../../model/feedIds.ts";
import { FakeAccount } from "../../testing/FakeAccount.ts";
import { FakeClock, settled } from "../../testing/FakeClock.ts";
import { FakeDrafts, FakePage } from "../../testing/FakePage.ts";
import { FakeServer } from "../../testing/FakeServer.ts";
import { FakeSight } from "../../testing/FakeSight.ts";
import { MemoryCacheStore } from "../../testing/MemoryCacheStore.ts";
import { keptInMemory } from "../../testing/MemoryOutboxStore.ts";
import { counting, ME, refusal, ROOM, silent, USUAL } from "../../testing/samples.ts";
import { text } from "../../text/en.ts";
import { ChatViewModel } from "../ChatViewModel.svelte.ts";
import { ConnectionViewModel } from "../ConnectionViewModel.ts";
import { joinPlace, roomPlace, START } from "../places.ts";
import type { JoinViewModel } from "./JoinViewModel.svelte.ts";
import type { LinksViewModel } from "./LinksViewModel.svelte.ts";
import type { MembersViewModel } from "./MembersViewModel.svelte.ts";
import type { PreferencesViewModel } from "./PreferencesViewModel.svelte.ts";

const LINK = "0190a000-0000-7000-8000-0000000000f1";
const SECRET = "s".repeat(43);
const OTHER = "0190a000-0000-7000-8000-000000000002";

describe("groups", () => {
  let clock: FakeClock;
  let server: FakeServer;
  let page: FakePage;
  let chat: Chat;
  let view: ChatViewModel;

  beforeEach(async () => {
    clock = new FakeClock();
    server = new FakeServer();
    page = new FakePage();
    server.enter(ROOM, "Trip");
    chat = new Chat(ME, {
      bus: server.bus,
      clock,
      random: () => 0.5,
      newId: counting("0190a000-0000-7000-8000-00000000009"),
      log: silent,
      unsent: keptInMemory(),
      cache: new MemoryCacheStore(),
      notMine: () => undefined,
    });
    server.deliver = (address, body) => chat.deliver(address, body);
    const connection = {
      changes: new Changes(),
      state: "open" as const,
      crowded: false,
      retryNow: () => undefined,
    };
    view = new ChatViewModel(chat, new ConnectionViewModel(connection, chat.outbox, page), {
      account: new FakeAccount(),
      page,
      sight: new FakeSight(),
      drafts: new FakeDrafts(),
      clock,
      newId: counting("0190a000-0000-7000-8000-00000000008"),
    });
    chat.connected();
    await clock.pass(100);
    page.go(roomPlace(ROOM));
  });

  /** My own feed, or the conversation's, tells of a change. */
  function tell(feed: string, item: (changed: number) => Item): void {
    const after = server.headOf(feed);
    const changed = after + 1;
    chat.deliver(eventsOf(feed), { feed, after, through: changed, items: [item(changed)] });
  }

  function prefer(preferences: Partial<Preferences>): void {
    tell(userFeed(ME.account), (changed) => ({
      type: "preferences",
      changed,
      conversation: ROOM,
      preferences: { ...USUAL, ...preferences },
    }));
  }

  const member = (account: string, role: Role, changed = 1): MemberItem => ({
    type: "member",
    changed,
    account,
    state: "joined",
    role,
  });

  async function membersAs(role: Role): Promise<MembersViewModel> {
    chat.conversations.putRole(ROOM, role);
    const members = [
      member(ME.account, role),
      member("olga", "owner"),
      member("mona", "moderator"),
      member("max", "member"),
    ];
    server.bus.answer("chat.member.list", () => ({ members, through: 1 }));
    view.showMembers();
    await settled();
    return view.overlay?.kind === "members" ? view.overlay.members : expect.fail("no members");
  }

  describe("MembersViewModel", () => {
    it.each([
      ["owner", ["max", "mona", "olga"], true],
      ["moderator", ["max"], true],
      ["member", [], false],
    ] as const)("offers%sWhatTheServerAllows", async (role, removable, mayAdd) => {
      const members = await membersAs(role);
      const offered = members.rows.filter((row) => row.removable).map(({ account }) => account);
      expect([...offered].sort()).toEqual(removable);
      expect(members.mayAdd).toBe(mayAdd);
      expect(members.rows.some(({ roles }) => roles.length > 0)).toBe(role === "owner");
    });

    it("followsTheFeedWhileItIsOpen", async () => {
      const members = await membersAs("owner");
      tell(conversationFeed(ROOM), (changed) => ({
        ...member("max", "member", changed + 1),
        state: "removed",
      }));
      expect(members.rows.map(({ account }) => account)).not.toContain("max");
    });

    it("saysWhyTheLastOwnerStays", async () => {
      const members = await membersAs("owner");
      server.bus.answer("chat.member.role", () => Promise.reject(refusal("LAST_OWNER")));
      const me = members.rows.find((row) => row.me) ?? expect.fail("I am not there");
      await members.give(me, "member");
      expect(members.problem).toBe(text.failures.lastOwner);
      expect(members.busy).toBeUndefined();
    });
  });

  describe("JoinViewModel", () => {
    const preview = {
      conversation: OTHER,
      kind: "group",
      name: "Tea",
      memberCount: 3,
      joined: false,
    } as const;

    async function follow(): Promise<JoinViewModel> {
      page.go(joinPlace(LINK, SECRET));
      await settled();
      return view.overlay?.kind === "join" ? view.overlay.form : expect.fail("nobody asks");
    }

    it("asksBeforeJoiningAndTakesTheSecretOutOfTheAddress", async () => {
      server.bus.answer("chat.link.read", () => preview);
      server.bus.answer("chat.link.use", () => {
        server.enter(OTHER, "Tea");
        return { conversation: server.summaryOf(OTHER) };
      });
      const form = await follow();
      expect(page.place).not.toContain(SECRET);
      expect(form.preview).toEqual(preview);
      expect(server.bus.bodiesOf("chat.link.use")).toEqual([]);
      await form.join();
      expect(server.bus.bodiesOf("chat.link.use")).toEqual([{ link: LINK, secret: SECRET }]);
      expect(page.place).toBe(roomPlace(OTHER));
      expect(view.conversation?.id).toBe(OTHER);
    });

    it("saysThatALinkIsUseless", async () => {
      server.bus.answer("chat.link.read", () => Promise.reject(refusal("NOT_FOUND")));
      const form = await follow();
      expect(form.problem).toBe(text.groups.linkUseless);
      expect(form.passing).toBe(false);
    });

    it("looksAgainOnceTheServerIsThere", async () => {
      server.bus.answer("chat.link.read", () => Promise.reject(refusal("UNAVAILABLE")));
      const form = await follow();
      expect(form.passing).toBe(true);
      server.bus.answer("chat.link.read", () => preview);
      chat.changes.emit();
      await settled();
      expect(form.preview).toEqual(preview);
    });
  });

  describe("LinksViewModel", () => {
    async function links(): Promise<LinksViewModel> {
      server.bus.answer("chat.link.list", () => ({ links: [] }));
      view.showPolicy();
      await settled();
      return view.overlay?.kind === "policy" ? view.overlay.links : expect.fail("no settings");
    }

    it("tellsTheServerTheHashAndThePersonTheSecret", async () => {
      const link = { link: LINK, createdBy: ME.account, expiresAt: 1, usesLeft: 10 };
      server.bus.answer("chat.link.create", () => ({ link }));
      const made = await links();
      await made.make();
      const [asked] = server.bus.bodiesOf("chat.link.create");
      expect(asked?.secretHash).toBe("h".repeat(43));
      expect(JSON.stringify(asked)).not.toContain(SECRET);
      expect(made.made).toContain(`#/join/${asked?.link}.${SECRET}`);
      expect(await made.copy()).toBe(true);
      expect(page.copied).toBe(made.made);
    });
  });

  describe("preferences", () => {
    it("moveAConversationWhereIWantIt", () => {
      const { sidebar } = view;
      const ids = (rows: readonly { readonly id: string }[]): readonly string[] =>
        rows.map(({ id }) => id);
      prefer({ favourite: true });
      expect([ids(sidebar.favourites), ids(sidebar.rows)]).toEqual([[ROOM], []]);
    });

    it("hideWhatIsReadUntilSomebodyWrites", () => {
      prefer({ hidden: true });
      expect(view.sidebar.rows).toEqual([]);
      server.post(ROOM, "somebody", "c1", "Hello");
      expect(view.sidebar.rows.map(({ id }) => id)).toEqual([ROOM]);
    });

    it("muteUntilTheTimeIsOver", async () => {
      prefer({ mutedUntil: clock.now() + 1_000 });
      expect(view.sidebar.rows[0]?.muted).toBe(true);
      await clock.pass(2_000);
      expect(view.sidebar.rows[0]?.muted).toBe(false);
    });

    it("keepWhatIsMutedOrPutAsideOutOfTheTitle", async () => {
      page.go(START);
      const change = (preferences: Partial<Preferences>): void => {
        server.change(userFeed(ME.account), "preferences", (changed) => ({
          type: "preferences",
          changed,
          conversation: ROOM,
          preferences: { ...USUAL, ...preferences },
        }));
      };
      server.post(ROOM, "somebody", "c1", "Hello");
      expect(page.title).toMatch(/^\(1\)/u);
      change({ archived: true });
      expect(page.title).not.toMatch(/^\(/u);
      change({ alerts: "nothing" });
      expect(page.title).not.toMatch(/^\(/u);
      change({ mutedUntil: clock.now() + 60_000 });
      expect(page.title).not.toMatch(/^\(/u);
      await clock.pass(60_000);
      expect(page.title).toMatch(/^\(1\)/u);
      change({});
      expect(page.title).toMatch(/^\(1\)/u);
    });

    it("areNotUndoneByAnOlderList", () => {
      prefer({ archived: true });
      chat.conversations.put(server.summaryOf(ROOM));
      expect(view.sidebar.archived.map(({ id }) => id)).toEqual([ROOM]);
    });

    it("areSentWholeWithTheTimeOfMuting", async () => {
      server.bus.answer("chat.conversation.prefer", (wanted) => wanted);
      view.showPreferences();
      const form: PreferencesViewModel =
        view.overlay?.kind === "preferences" ? view.overlay.form : expect.fail("no preferences");
      form.favourite = true;
      form.mute = 8;
      await form.submit();
      expect(server.bus.bodiesOf("chat.conversation.prefer")).toEqual([
        {
          conversation: ROOM,
          preferences: { ...USUAL, favourite: true, mutedUntil: clock.now() + 8 * 3_600_000 },
        },
      ]);
      expect(view.overlay).toBeUndefined();
    });
  });
});
