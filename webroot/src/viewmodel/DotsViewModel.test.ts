import { beforeEach, describe, expect, it } from "vitest";
import type { ConversationId, UserId } from "../contract/generated.ts";
import { Changes } from "../model/Changes.ts";
import { WRITE_AFTER_MS } from "../model/Caching.ts";
import { Chat } from "../model/Chat.ts";
import { GATHER_MS } from "../model/Presences.ts";
import { FakeAccount } from "../testing/FakeAccount.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { FakeDrafts, FakePage } from "../testing/FakePage.ts";
import { FakeServer } from "../testing/FakeServer.ts";
import { element, FakeSight } from "../testing/FakeSight.ts";
import { MemoryCacheStore } from "../testing/MemoryCacheStore.ts";
import { keptInMemory } from "../testing/MemoryOutboxStore.ts";
import { counting, ME, profile, ROOM, silent, summary } from "../testing/samples.ts";
import { ChatViewModel } from "./ChatViewModel.svelte.ts";
import { ConnectionViewModel } from "./ConnectionViewModel.ts";

describe("DotsViewModel", () => {
  let clock: FakeClock;
  let server: FakeServer;
  let sight: FakeSight;
  let chat: Chat;
  let view: ChatViewModel;

  beforeEach(async () => {
    clock = new FakeClock();
    server = new FakeServer();
    sight = new FakeSight();
    server.enter(ROOM, "Room");
    server.deliver = (address, body) => chat.deliver(address, body);
    const newId = counting("0190a000-0000-7000-8000-00000000009");
    const conversationWith = counting("0190a000-0000-7000-8000-00000000007");
    server.bus.answer("chat.direct.open", ({ account }) => {
      const conversation = conversationWith();
      server.enter(conversation, "");
      const between = [account, ME.account];
      return { conversation: summary({ conversation, kind: "direct", between }) };
    });
    chat = new Chat(ME, {
      bus: server.bus,
      clock,
      random: () => 0.5,
      newId,
      log: silent,
      unsent: keptInMemory(),
      cache: new MemoryCacheStore(),
      notMine: () => undefined,
    });
    const connection = {
      changes: new Changes(),
      state: "open" as const,
      crowded: false,
      retryNow: () => undefined,
    };
    const page = new FakePage();
    view = new ChatViewModel(chat, new ConnectionViewModel(connection, chat.outbox, page), {
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

  const open = (account: UserId): Promise<ConversationId> => chat.openDirect(profile(account));

  /** Puts the row of somebody onto the page and into sight. */
  function row(account: UserId): { readonly element: Element; readonly remove: () => void } {
    const shown = element();
    const remove = view.sidebar.dots.follow(account)(shown);
    sight.see(shown, true);
    return { element: shown, remove };
  }

  it("watchesWhoIsInSightAndNobodyElse", async () => {
    const ada = row("ada");
    row("grace");
    view.sidebar.dots.follow("kurt")(element());
    await clock.pass(GATHER_MS);
    expect(server.watched).toEqual(["grace", "ada"]);
    sight.see(ada.element, false);
    await clock.pass(GATHER_MS);
    expect(server.watched).toEqual(["grace"]);
    sight.see(ada.element, true);
    await clock.pass(GATHER_MS);
    expect(server.watched).toEqual(["ada", "grace"]);
    ada.remove();
    await clock.pass(GATHER_MS);
    expect(server.watched).toEqual(["grace"]);
    expect(sight.followed.size).toBe(2);
  });

  it("showsADotOnceSomethingIsKnown", async () => {
    const { dots } = view.sidebar;
    server.setPresence("ada", "online");
    row("ada");
    expect(dots.of("ada")).toBeUndefined();
    await clock.pass(GATHER_MS);
    expect(dots.of("ada")).toBe("online");
    for (const state of ["away", "busy", "offline"] as const) {
      server.setPresence("ada", state);
      expect(dots.of("ada")).toBe(state);
    }
    server.setPresence("ada", "unknown");
    expect(dots.of("ada")).toBeUndefined();
    server.setPresence("ada", "dreaming" as "unknown");
    expect(dots.of("ada")).toBeUndefined();
  });

  it("showsNoDotsWhileTheConnectionIsAway", async () => {
    const { dots } = view.sidebar;
    server.setPresence("ada", "online");
    row("ada");
    await clock.pass(GATHER_MS);
    chat.disconnected();
    expect(dots.of("ada")).toBeUndefined();
    server.watched = [];
    chat.connected();
    await clock.pass(GATHER_MS);
    expect(dots.of("ada")).toBe("online");
  });

  it("watchesTheOtherOneOfTheOpenConversationFirst", async () => {
    row("ada");
    row("grace");
    view.openRoom(await open("kurt"));
    await clock.pass(GATHER_MS);
    expect(server.watched).toEqual(["kurt", "grace", "ada"]);
    expect(view.conversation?.presence).toBe("offline");
    server.setPresence("kurt", "online");
    expect(view.conversation?.presence).toBe("online");
    expect(view.conversation?.lastSeen).toBeUndefined();
    server.setPresence("kurt", "offline", 1_767_225_600_000);
    expect(view.conversation?.lastSeen).toBe(1_767_225_600_000);
    server.setPresence("kurt", "offline");
    expect(view.conversation?.lastSeen).toBeUndefined();
    view.openRoom(ROOM);
    await clock.pass(GATHER_MS);
    expect(server.watched).toEqual(["grace", "ada"]);
    expect(view.conversation?.presence).toBeUndefined();
  });

  it("watchesNobodyWhenTheConversationIsClosed", async () => {
    view.openRoom(await open("kurt"));
    await clock.pass(GATHER_MS);
    expect(server.watched).toEqual(["kurt"]);
    view.openSettings();
    await clock.pass(GATHER_MS);
    expect(server.watched).toEqual([]);
  });

  it("endsWithTheChat", async () => {
    server.setPresence("ada", "online");
    row("ada");
    await clock.pass(GATHER_MS + WRITE_AFTER_MS);
    row("grace");
    expect(clock.planned).toBe(1);
    chat.dispose();
    expect(clock.planned).toBe(0);
    expect(view.sidebar.dots.of("ada")).toBeUndefined();
  });

  it("watchesThePeopleThatAreOffered", async () => {
    view.switchRoom();
    if (view.overlay?.kind !== "switcher") {
      throw new Error("no switcher is open");
    }
    const { dots } = view.overlay.switcher;
    server.setPresence("grace", "online");
    const offer = element();
    const remove = dots.follow("grace")(offer);
    sight.see(offer, true);
    await clock.pass(GATHER_MS);
    expect(dots.of("grace")).toBe("online");
    remove();
    await clock.pass(GATHER_MS);
    expect(server.watched).toEqual([]);
  });
});
