import { beforeEach, describe, expect, it } from "vitest";
import { type MemberItem, profileChanges, type Role } from "../../contract/generated.ts";
import type { Chat } from "../../model/Chat.ts";
import { chatAt } from "../../testing/chats.ts";
import { FakeClock, settled } from "../../testing/FakeClock.ts";
import { MAX_PAGES } from "../../model/Roster.ts";
import { FakeServer } from "../../testing/FakeServer.ts";
import { element, FakeSight } from "../../testing/FakeSight.ts";
import { FEED, ME, profile, refusal, ROOM, summary } from "../../testing/samples.ts";
import { text } from "../../text/en.ts";
import { type MemberRow, MembersViewModel } from "./MembersViewModel.svelte.ts";

const ANNA = profile("anna", "Anna");
const BEN = profile("ben", "Ben");

describe("MembersViewModel", () => {
  let clock: FakeClock;
  let server: FakeServer;
  let chat: Chat;
  let members: MembersViewModel;
  let sight: FakeSight;

  beforeEach(async () => {
    clock = new FakeClock();
    sight = new FakeSight();
    server = new FakeServer();
    server.enter(ROOM, "Choir");
    chat = chatAt(server, clock);
    await settled();
    [ANNA, BEN].forEach((person) => chat.people.put(person));
    server.bus.answer("chat.member.list", ({ after }) =>
      after === undefined
        ? {
            members: [member("ben", "member"), member(ME.account, "owner")],
            next: "ben",
            through: 0,
          }
        : { members: [member("anna", "moderator")], through: 0 },
    );
  });

  function member(account: string, role: Role, changed = 0): MemberItem {
    return { type: "member", changed, account, role, state: "joined" };
  }

  /** The feed of the conversation tells of somebody. */
  function told(account: string, role: Role, state: MemberItem["state"] = "joined"): void {
    server.change(FEED, account, (changed) => ({ ...member(account, role, changed), state }));
  }

  async function showAs(role: Role, memberCount = 3): Promise<void> {
    const conversation = summary({ name: "Choir", role, memberCount });
    chat.conversations.put(conversation);
    const known = chat.conversations.get(ROOM) ?? expect.fail("not there");
    members = new MembersViewModel(known, chat, clock, sight);
    await settled();
  }

  const rowOf = (account: string): MemberRow =>
    members.rows.find((row) => row.account === account) ?? expect.fail(`${account} is not shown`);
  const shown = (): readonly string[] => members.rows.map(({ name, role }) => `${name} ${role}`);

  it("readsAllPagesAndShowsOwnersFirst", async () => {
    await showAs("owner");
    expect(shown()).toEqual(["Me Myself owner", "Anna moderator", "Ben member"]);
    expect(server.bus.bodiesOf("chat.member.list").map(({ after }) => after)).toEqual([
      undefined,
      "ben",
    ]);
    expect(members.loading).toBe(false);
  });

  it("showsPicturesAndStatusesUpToDateOfThoseInSight", async () => {
    await showAs("owner");
    const endsAt = clock.now() + 3_600_000;
    const status = { text: "At the engine", endsAt };
    expect(rowOf("anna")).toMatchObject({ picture: undefined, status: undefined });
    server.bus.answer("chat.profile.refresh", ({ known }) => ({
      profiles: known
        .filter(({ account, version }) => account === "anna" && version < 2)
        .map(() => ({ ...profile("anna", "Anna", 2), avatar: "hash", status })),
    }));
    const row = element();
    const stop = members.dots.follow("anna")(row);
    sight.see(row, true);
    await clock.pass(1_000);
    expect(server.watched).toEqual(["anna"]);
    expect(rowOf("anna")).toMatchObject({
      picture: "hash",
      status: { emoji: text.people.noEmoji, text: "At the engine" },
    });
    chat.deliver(profileChanges("anna"), profile("anna", "Anna", 3));
    expect(rowOf("anna")).toMatchObject({ picture: undefined, status: undefined });
    chat.deliver(profileChanges("anna"), { ...profile("anna", "Anna", 4), status });
    await clock.pass(3_600_000);
    expect(rowOf("anna").status).toBeUndefined();
    stop();
    await clock.pass(1_000);
    expect(server.watched).toEqual([]);
  });

  it("saysThatMoreExistThanAreReadAtOnceAndReadsOn", async () => {
    const pages = MAX_PAGES + 5;
    server.bus.answer("chat.member.list", ({ after }) => {
      const nr = after === undefined ? 0 : Number(after.slice("person".length)) + 1;
      const next = nr + 1 < pages ? { next: `person${nr}` } : {};
      return { members: [member(`person${nr}`, "member")], through: 0, ...next };
    });
    await showAs("member", pages);
    expect(members.rows).toHaveLength(MAX_PAGES);
    expect(members.more).toBe(text.groups.moreMembers(MAX_PAGES, pages));
    members.readOn();
    expect(members.more).toBeUndefined();
    await settled();
    expect(members.rows).toHaveLength(pages);
    expect(members.more).toBeUndefined();
    expect(server.bus.bodiesOf("chat.member.list")).toHaveLength(pages);
  });

  it("offersWhatMyRoleAllows", async () => {
    await showAs("owner");
    expect(rowOf("anna")).toMatchObject({ removable: true, heir: true });
    expect(rowOf(ME.account)).toMatchObject({ me: true, removable: false, heir: false });
    expect(rowOf("ben").roles).toEqual(["owner", "moderator", "member"]);
    chat.conversations.putRole(ROOM, "moderator");
    expect(rowOf("anna")).toMatchObject({ removable: false, heir: false, roles: [] });
    expect(rowOf("ben")).toMatchObject({ removable: true, heir: false, roles: [] });
    expect(members.mayAdd).toBe(true);
    chat.conversations.putRole(ROOM, "member");
    expect(rowOf("ben").removable).toBe(false);
    expect(members.mayAdd).toBe(false);
  });

  it("followsWhatOthersChange", async () => {
    await showAs("owner");
    told("anna", "owner");
    told("ben", "member", "removed");
    expect(shown()).toEqual(["Anna owner", "Me Myself owner"]);
    told(ME.account, "member");
    expect(members.myRole).toBe("member");
    expect(rowOf("anna").removable).toBe(false);
  });

  it("keepsWhatTheFeedToldWhenAnOlderPageArrives", async () => {
    await showAs("owner");
    told("ben", "moderator");
    told("ben", "member", "left");
    members.readOn();
    await settled();
    expect(shown()).toEqual(["Me Myself owner", "Anna moderator"]);
  });

  it("forgetsWhoIsOnNoPageOnceEverythingIsReadAnew", async () => {
    await showAs("owner");
    let answer: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (answer = resolve));
    server.bus.answer("chat.member.list", async () => {
      await late;
      return { members: [member("ben", "member")], through: 0 };
    });
    members.readOn();
    server.bus.answer("chat.member.list", () => ({
      members: [member("anna", "owner")],
      through: 0,
    }));
    chat.members.readAnew(ROOM);
    await settled();
    answer();
    await settled();
    expect(shown()).toEqual(["Anna owner"]);
    expect(members.loading).toBe(false);
  });

  it("asksForOneChangeAtATimeAndSaysWhatCameOfIt", async () => {
    await showAs("owner");
    server.bus.answer("chat.member.role", ({ conversation, account }) => ({
      conversation,
      account,
    }));
    const first = members.give(rowOf("ben"), "moderator");
    const second = members.give(rowOf("anna"), "member");
    expect(members.busy).toBe("ben");
    await Promise.all([first, second]);
    expect(server.bus.bodiesOf("chat.member.role")).toEqual([
      { conversation: ROOM, account: "ben", role: "moderator" },
    ]);
    expect(members.done).toBe(text.groups.given("Ben", "moderator"));
    expect(members.busy).toBeUndefined();
  });

  it("saysWhatTheLastOwnerHasToDoFirst", async () => {
    await showAs("owner");
    server.bus.answer("chat.member.role", () => {
      throw refusal("LAST_OWNER");
    });
    await members.give(rowOf(ME.account), "member");
    expect(members.problem).toBe(text.failures.lastOwner);
    expect(members.problem).toContain("make somebody else an owner first");
    expect(members.done).toBeUndefined();
    server.bus.answer("chat.owner.transfer", ({ conversation, account }) => ({
      conversation,
      account,
    }));
    await members.handOver(rowOf("ben"));
    expect(members.problem).toBeUndefined();
    expect(server.bus.bodiesOf("chat.owner.transfer")).toEqual([
      { conversation: ROOM, account: "ben" },
    ]);
  });

  it("offersOnlyPeopleWhoAreNotThere", async () => {
    await showAs("moderator");
    const cleo = profile("cleo", "Cleo");
    server.bus.answer("chat.people.search", () => ({ profiles: [ANNA, cleo] }));
    members.search.query = "an";
    await clock.pass(200);
    expect(members.offers.map(({ account }) => account)).toEqual(["cleo"]);
    server.bus.answer("chat.member.add", () => {
      throw refusal("NOT_REACHABLE");
    });
    await members.add(cleo);
    expect(members.problem).toBe(text.groups.unreachable("Cleo"));
    server.bus.answer("chat.member.add", ({ conversation, account }) => {
      told(account, "member");
      return { conversation, account };
    });
    await members.add(cleo);
    expect(members.done).toBe(text.groups.added("Cleo"));
    expect(members.offers).toEqual([]);
    expect(shown()).toContain("Cleo member");
  });

  it("saysThatTheListCouldNotBeReadAndReadsItAgain", async () => {
    server.bus.answer("chat.member.list", () => {
      throw refusal("UNAVAILABLE");
    });
    await showAs("owner");
    expect(members.failure).toBe(text.failures.unavailable);
    server.bus.answer("chat.member.list", () => ({
      members: [member("ben", "member")],
      through: 0,
    }));
    members.readOn();
    await settled();
    expect(members.failure).toBeUndefined();
    expect(shown()).toEqual(["Ben member"]);
  });
});
