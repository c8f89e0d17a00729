import { beforeEach, describe, expect, it } from "vitest";
import type { ConversationSummary, FailureName, RelationState } from "../contract/generated.ts";
import { Changes } from "../model/Changes.ts";
import { Chat } from "../model/Chat.ts";
import { FakeAccount } from "../testing/FakeAccount.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { FakeDrafts, FakePage } from "../testing/FakePage.ts";
import { FakeServer } from "../testing/FakeServer.ts";
import { FakeSight } from "../testing/FakeSight.ts";
import { MemoryCacheStore } from "../testing/MemoryCacheStore.ts";
import { keptInMemory } from "../testing/MemoryOutboxStore.ts";
import { counting, ME, OPEN, profile, refusal, ROOM, silent, USUAL } from "../testing/samples.ts";
import { text } from "../text/en.ts";
import { ChatViewModel } from "./ChatViewModel.svelte.ts";
import { ConnectionViewModel } from "./ConnectionViewModel.ts";
import type { SwitcherViewModel } from "./SwitcherViewModel.svelte.ts";

function directWith(conversation: string, other: string): ConversationSummary {
  return {
    conversation,
    kind: "direct",
    memberCount: 2,
    role: "member",
    head: 3,
    ordinal: 0,
    readOrdinal: 0,
    policy: OPEN,
    preferences: USUAL,
    visibleFrom: 0,
    between: [other, ME.account],
  };
}

function switcherOf(view: ChatViewModel): SwitcherViewModel {
  if (view.overlay?.kind !== "switcher") {
    throw new Error("no switcher is open");
  }
  return view.overlay.switcher;
}

describe("SwitcherViewModel", () => {
  let clock: FakeClock;
  let server: FakeServer;
  let page: FakePage;
  let sight: FakeSight;
  let view: ChatViewModel;

  beforeEach(async () => {
    clock = new FakeClock();
    server = new FakeServer();
    page = new FakePage();
    sight = new FakeSight();
    server.enter(ROOM, "Room");
    const newId = counting("0190a000-0000-7000-8000-00000000009");
    const chat = new Chat(ME, {
      bus: server.bus,
      clock,
      random: () => 0.5,
      newId,
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
    const status = new ConnectionViewModel(connection, chat.outbox, page);
    view = new ChatViewModel(chat, status, {
      account: new FakeAccount(),
      page,
      sight,
      drafts: new FakeDrafts(),
      clock,
      newId,
    });
    chat.connected();
    await settled();
  });

  it("findsPeopleByTwoLettersAndOpensTheConversationWithOne", async () => {
    const anna = profile("anna", "Anna Ames");
    const direct = "0190a000-0000-7000-8000-000000000003";
    server.bus.answer("chat.people.search", () => ({ profiles: [anna] }));
    server.bus.answer("chat.direct.open", ({ account }) => {
      server.enter(direct);
      return { conversation: directWith(direct, account) };
    });
    view.switchRoom();
    const switcher = switcherOf(view);
    switcher.query = "a";
    await clock.pass(1_000);
    expect(server.bus.bodiesOf("chat.people.search")).toEqual([]);
    switcher.query = "an";
    await clock.pass(1_000);
    expect(server.bus.bodiesOf("chat.people.search")).toEqual([{ query: "an", limit: 20 }]);
    expect(switcher.offers.map(({ name }) => name)).toEqual(["Anna Ames"]);
    switcher.choose();
    switcher.choose();
    await settled();
    expect(server.bus.bodiesOf("chat.direct.open")).toEqual([{ account: "anna" }]);
    expect(view.overlay).toBeUndefined();
    expect(view.conversation?.name).toBe("Anna Ames");
    expect(view.conversation?.direct).toBe(true);
    expect(page.title).toBe("Anna Ames · Parley");
    expect(view.sidebar.rows.map(({ name }) => name)).not.toContain("Anna Ames");
    expect(view.sidebar.directs.map(({ name, face }) => [name, face.id])).toEqual([
      ["Anna Ames", "anna"],
    ]);
  });

  async function choose(
    state?: RelationState,
    blocked = false,
    failure: FailureName = "NOT_REACHABLE",
  ): Promise<SwitcherViewModel> {
    const eve = profile("eve", "Eve");
    server.bus.answer("chat.people.search", () => ({ profiles: [eve] }));
    server.bus.answer("chat.direct.open", () => Promise.reject(refusal(failure)));
    if (state !== undefined) {
      server.relate("eve", state, blocked);
    }
    view.switchRoom();
    const switcher = switcherOf(view);
    switcher.query = "ev";
    await clock.pass(1_000);
    switcher.choose("eve");
    await settled();
    return switcher;
  }

  it("asksAStrangerToBeFriendsWithALine", async () => {
    server.bus.answer("chat.friend.request", ({ account }) => {
      server.relate(account, "outgoing");
      return { relations: [...server.relations.values()] };
    });
    await choose();
    if (view.overlay?.kind !== "befriend") {
      throw new Error("nobody is asked");
    }
    const { form } = view.overlay;
    form.note = " From the reading club ";
    await form.submit();
    expect(server.bus.bodiesOf("chat.friend.request")).toEqual([
      { account: "eve", note: "From the reading club" },
    ]);
    expect(view.overlay).toBeUndefined();
    const again = await choose();
    expect(again.offers[0]?.relation).toBe("outgoing");
    expect(again.problem).toBe(text.people.requestOpen);
  });

  it("tellsWhySomebodyCannotBeAsked", async () => {
    server.bus.answer("chat.friend.request", () => Promise.reject(refusal("NOT_REACHABLE")));
    await choose();
    if (view.overlay?.kind !== "befriend") {
      throw new Error("nobody is asked");
    }
    await view.overlay.form.submit();
    expect(view.overlay.form.problem).toBe(text.people.notAskable);
  });

  it("showsTheRequestOfWhoHasAsked", async () => {
    await choose("incoming");
    expect(view.overlay).toBeUndefined();
    expect(page.place).toBe("people");
    expect(view.people?.incoming.map(({ account }) => account)).toEqual(["eve"]);
  });

  it("saysThatIHaveBlockedSomebody", async () => {
    const switcher = await choose("none", true);
    expect(switcher.offers[0]?.relation).toBe("blocked");
    expect(switcher.problem).toBe(text.people.youBlocked("Eve"));
  });

  it("tellsWhyAPersonCannotBeOpened", async () => {
    const switcher = await choose("friends", false, "TOO_MANY");
    expect(switcher.problem).toBe(text.failures.tooMany);
    expect(view.overlay?.kind).toBe("switcher");
  });
});
