import { beforeEach, describe, expect, it } from "vitest";
import type { ConversationSummary } from "../../contract/generated.ts";
import { Chat } from "../../model/Chat.ts";
import { FakeClock, settled } from "../../testing/FakeClock.ts";
import { FakeServer } from "../../testing/FakeServer.ts";
import { FakeSight } from "../../testing/FakeSight.ts";
import { MemoryCacheStore } from "../../testing/MemoryCacheStore.ts";
import { keptInMemory } from "../../testing/MemoryOutboxStore.ts";
import { counting, ME, OPEN, profile, refusal, silent, USUAL } from "../../testing/samples.ts";
import { text } from "../../text/en.ts";
import { OpennessViewModel } from "../settings/OpennessViewModel.svelte.ts";
import { CompanionViewModel } from "./CompanionViewModel.svelte.ts";
import { PeopleViewModel } from "./PeopleViewModel.svelte.ts";

const DIRECT = "0190a000-0000-7000-8000-000000000003";

describe("PeopleViewModel", () => {
  let clock: FakeClock;
  let server: FakeServer;
  let chat: Chat;
  let people: PeopleViewModel;
  let opened: string[];

  beforeEach(async () => {
    clock = new FakeClock();
    server = new FakeServer();
    opened = [];
    chat = new Chat(ME, {
      bus: server.bus,
      clock,
      random: () => 0.5,
      newId: counting("id-"),
      log: silent,
      unsent: keptInMemory(),
      cache: new MemoryCacheStore(),
      notMine: () => undefined,
    });
    server.deliver = (address, body) => chat.deliver(address, body);
    server.bus.answer("chat.profile.read", ({ accounts }) => ({
      profiles: accounts.map((account) => profile(account)),
    }));
    people = new PeopleViewModel(chat, new FakeSight(), (id) => opened.push(id));
    chat.connected();
    await settled();
  });

  const answered = (account: string): { relations: never[] } => {
    server.relate(account, "none");
    return { relations: [] };
  };

  /** Names are asked for when they are first shown. */
  async function named(): Promise<void> {
    expect([people.incoming, people.outgoing, people.friends, people.blocked]).toHaveLength(4);
    await clock.pass(1_000);
  }

  it("listsEverybodyWhereTheyBelongAsItHappens", async () => {
    expect(people.ready).toBe(true);
    server.relate("ina", "incoming");
    server.relate("otto", "outgoing");
    server.relate("zoe", "friends");
    server.relate("fay", "friends");
    server.relate("bert", "none", true);
    server.relate("gone", "none");
    await named();
    expect(people.incoming.map(({ name }) => name)).toEqual(["ina"]);
    expect(people.outgoing.map(({ name }) => name)).toEqual(["otto"]);
    expect(people.friends.map(({ name }) => name)).toEqual(["fay", "zoe"]);
    expect(people.blocked.map(({ name }) => name)).toEqual(["bert"]);
  });

  it("showsPicturesAndStatuses", async () => {
    server.bus.answer("chat.profile.read", ({ accounts }) => ({
      profiles: accounts.map((account) => ({
        ...profile(account),
        avatar: `picture of ${account}`,
        status: { emoji: "\u2615" },
      })),
    }));
    server.relate("zoe", "friends");
    expect(people.friends[0]).toMatchObject({ picture: undefined, status: undefined });
    await clock.pass(1_000);
    const status = { emoji: "\u2615", text: "" };
    expect(people.friends[0]).toMatchObject({ picture: "picture of zoe", status });
  });

  it("declinesThoseWhoHadAskedWhenItWasAsked", async () => {
    server.relate("ina", "incoming");
    server.relate("ida", "incoming");
    people.askDeclineAll();
    server.relate("late", "incoming");
    server.bus.answer("chat.friend.decline", ({ accounts }) => {
      accounts.forEach(answered);
      return { relations: [] };
    });
    await people.confirm();
    expect(people.question).toBeUndefined();
    expect(people.incoming.map(({ account }) => account)).toEqual(["late"]);
  });

  it("asksBeforeItBlocksAndSaysWhatDidNotWork", async () => {
    server.relate("ina", "incoming");
    const [row] = people.incoming;
    if (row === undefined) {
      throw new Error("nobody has asked");
    }
    server.bus.answer("chat.person.block", () => Promise.reject(refusal("TOO_MANY")));
    people.askBlock(row);
    await people.confirm();
    expect(people.questionProblem).toBe(text.failures.tooMany);
    expect(people.question).toBeDefined();
    people.forgetQuestion();
    server.bus.answer("chat.friend.accept", () => Promise.reject(refusal("NOT_FOUND")));
    await people.accept(row);
    expect(people.problem).toBe(text.people.ended);
  });

  it("opensTheConversationThatIsThereAlsoWithoutTheServer", async () => {
    server.relate("fay", "friends");
    await named();
    chat.conversations.put(direct("fay"));
    const [row] = people.friends;
    if (row !== undefined) {
      await people.write(row);
    }
    expect(opened).toEqual([DIRECT]);
    expect(server.bus.bodiesOf("chat.direct.open")).toEqual([]);
  });

  it("whoMayWriteIsTheSameEverywhereAndKeptOnceTheServerHasIt", async () => {
    const openness = new OpennessViewModel(chat.relations, chat.befriending);
    expect(openness.chosen).toBe("friends");
    server.bus.answer("chat.account.open", () => Promise.reject(refusal("UNAVAILABLE")));
    await openness.choose("everybody");
    expect(openness.chosen).toBe("friends");
    expect(openness.problem).toBe(text.failures.unavailable);
    server.bus.answer("chat.account.open", ({ to }) => ({
      settings: { type: "settings", changed: 5, openTo: to, mode: "auto", sharesLastSeen: false },
      through: 5,
    }));
    await openness.choose("rooms");
    expect(openness.stored).toBe(true);
    chat.relations.putSettings({
      type: "settings",
      changed: 6,
      openTo: "everybody",
      mode: "auto",
      sharesLastSeen: false,
    });
    expect(openness.chosen).toBe("everybody");
  });

  describe("of a conversation of two", () => {
    let companion: CompanionViewModel;

    async function meet(): Promise<void> {
      chat.conversations.put(direct("eve"));
      companion = new CompanionViewModel("eve", DIRECT, chat);
      await settled();
    }

    it("isClosedWhereNobodyCanWriteAndOpensWithAFriendship", async () => {
      server.unreachable.add("eve");
      await meet();
      expect(companion.closed).toBe(text.people.nobodyWrites);
      expect(companion.request).toBe("none");
      server.relate("eve", "outgoing");
      expect(companion.request).toBe("outgoing");
      server.relate("eve", "friends");
      expect(companion.closed).toBeUndefined();
      server.relate("eve", "none");
      await settled();
      expect(companion.closed).toBe(text.people.nobodyWrites);
      companion.dispose();
    });

    it("saysThatIHaveBlocked", async () => {
      await meet();
      expect(companion.closed).toBeUndefined();
      server.relate("eve", "none", true);
      expect(companion.blocked).toBe(true);
      expect(companion.closed).toContain("You have blocked");
      expect(companion.request).toBeUndefined();
      companion.dispose();
    });

    it("closesWhenAMessageIsRefused", async () => {
      await meet();
      server.bus.answer("chat.message.send", () => Promise.reject(refusal("NOT_REACHABLE")));
      chat.outbox.add(DIRECT, "hello", () => undefined);
      await clock.pass(1_000);
      expect(companion.closed).toBe(text.people.nobodyWrites);
      companion.dispose();
    });
  });

  function direct(other: string): ConversationSummary {
    return {
      conversation: DIRECT,
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
});
