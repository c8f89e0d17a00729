import { beforeEach, describe, expect, it } from "vitest";
import { LIMITS } from "../../contract/generated.ts";
import type { Chat } from "../../model/Chat.ts";
import { chatAt } from "../../testing/chats.ts";
import { FakeClock, settled } from "../../testing/FakeClock.ts";
import { FakeServer } from "../../testing/FakeServer.ts";
import { counting, profile, refusal, summary } from "../../testing/samples.ts";
import { text } from "../../text/en.ts";
import { CreateGroupViewModel } from "./CreateGroupViewModel.svelte.ts";

const ANNA = profile("anna", "Anna");

describe("CreateGroupViewModel", () => {
  let clock: FakeClock;
  let server: FakeServer;
  let chat: Chat;
  let form: CreateGroupViewModel;
  let created: string[];

  beforeEach(async () => {
    clock = new FakeClock();
    server = new FakeServer();
    chat = chatAt(server, clock);
    created = [];
    form = new CreateGroupViewModel(chat, clock, counting("group-"), (id) => created.push(id));
    server.bus.answer("chat.group.create", ({ conversation, name }) => ({
      group: summary({ conversation, kind: "group", name, role: "owner" }),
    }));
    await settled();
  });

  it("makesAGroupOfWhoWasPicked", async () => {
    form.name = "  Trip to Porto ";
    form.topic = " ";
    form.pick(ANNA);
    form.pick(profile("ben"));
    form.drop(profile("ben"));
    await form.submit();
    expect(server.bus.bodiesOf("chat.group.create")).toEqual([
      { conversation: "group-1", name: "Trip to Porto", members: ["anna"] },
    ]);
    expect(created).toEqual(["group-1"]);
    expect(chat.conversations.get("group-1")).toMatchObject({ kind: "group", role: "owner" });
  });

  it("asksNothingWithoutAName", async () => {
    form.name = " x ";
    await form.submit();
    expect(form.nameProblem).toBe(text.failures.name);
    expect(server.bus.bodiesOf("chat.group.create")).toEqual([]);
  });

  it("asksForTheSameGroupAgainAfterAFailure", async () => {
    form.name = "Trip";
    server.bus.answer("chat.group.create", () => {
      throw refusal("UNAVAILABLE");
    });
    await form.submit();
    await form.submit();
    expect(form.problem).toBe(text.failures.unavailable);
    const ids = server.bus.bodiesOf("chat.group.create").map(({ conversation }) => conversation);
    expect(ids).toEqual(["group-1", "group-1"]);
    expect(created).toEqual([]);
  });

  it("saysThatSomebodyCannotBeAdded", async () => {
    form.name = "Trip";
    form.pick(ANNA);
    server.bus.answer("chat.group.create", () => {
      throw refusal("NOT_REACHABLE");
    });
    await form.submit();
    expect(form.problem).toBe(text.groups.someUnreachable);
    server.bus.answer("chat.group.create", () => {
      throw refusal("MALFORMED", "name");
    });
    await form.submit();
    expect(form.nameProblem).toBe(text.failures.name);
    expect(form.problem).toBeUndefined();
  });

  it("offersNobodyTwiceAndNoMoreThanFit", async () => {
    server.bus.answer("chat.people.search", () => ({ profiles: [ANNA, profile("ben")] }));
    form.search.query = "an";
    await clock.pass(200);
    expect(form.search.offers).toHaveLength(2);
    form.pick(ANNA);
    expect(form.search.query).toBe("");
    form.search.query = "an";
    await clock.pass(200);
    expect(form.search.offers.map(({ account }) => account)).toEqual(["ben"]);
    for (let at = 1; at <= LIMITS.CreateGroup.MAX_MEMBERS; at += 1) {
      form.pick(profile(`person ${at}`));
    }
    expect(form.picked).toHaveLength(LIMITS.CreateGroup.MAX_MEMBERS);
    expect(form.full).toBe(true);
  });
});
