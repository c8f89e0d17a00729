import { beforeEach, describe, expect, it } from "vitest";
import type { Chat } from "../../model/Chat.ts";
import { chatAt } from "../../testing/chats.ts";
import { FakeClock, settled } from "../../testing/FakeClock.ts";
import { FakeServer } from "../../testing/FakeServer.ts";
import { OPEN, refusal, ROOM, summary } from "../../testing/samples.ts";
import { text } from "../../text/en.ts";
import { PolicyViewModel } from "./PolicyViewModel.svelte.ts";

describe("PolicyViewModel", () => {
  let server: FakeServer;
  let chat: Chat;

  beforeEach(async () => {
    server = new FakeServer();
    chat = chatAt(server, new FakeClock());
    await settled();
  });

  function formOf(slowSeconds: number): PolicyViewModel {
    const policy = { ...OPEN, slowSeconds };
    chat.conversations.put(summary({ name: "Choir", topic: "Bach", role: "owner", policy }));
    return new PolicyViewModel(chat.conversations.get(ROOM) ?? expect.fail("not there"), chat);
  }

  it("beginsWithWhatIsSetAndSetsAllOfIt", async () => {
    const form = formOf(0);
    expect([form.name, form.topic, form.writers, form.history]).toEqual([
      "Choir",
      "Bach",
      "everybody",
      "all",
    ]);
    server.bus.answer("chat.conversation.change", ({ conversation, name, policy }) => ({
      conversation: summary({ conversation, name, policy, role: "owner", head: 7 }),
    }));
    form.topic = "";
    form.writers = "moderators";
    form.slowSeconds = 30;
    form.history = "sinceJoining";
    await form.submit();
    const policy = { writers: "moderators", slowSeconds: 30, history: "sinceJoining" };
    expect(server.bus.bodiesOf("chat.conversation.change")).toEqual([
      { conversation: ROOM, name: "Choir", policy },
    ]);
    expect(form.saved).toBe(true);
    expect(chat.conversations.get(ROOM)).toMatchObject({ topic: undefined, policy });
  });

  it("offersThePauseThatIsSet", () => {
    expect(formOf(7).pauses.slice(0, 4)).toEqual([0, 5, 7, 10]);
    expect(formOf(60).pauses).toContain(60);
  });

  it("saysWhatIsWrongWhereItIsWrong", async () => {
    const form = formOf(0);
    for (const [failure, problem] of [
      [refusal("NAME_TAKEN"), { nameProblem: text.failures.roomTaken }],
      [refusal("MALFORMED", "name"), { nameProblem: text.failures.name }],
      [refusal("MALFORMED", "topic"), { topicProblem: text.failures.topic }],
      [refusal("FORBIDDEN"), { problem: text.failures.forbidden }],
    ] as const) {
      server.bus.answer("chat.conversation.change", () => {
        throw failure;
      });
      await form.submit();
      expect(form).toMatchObject(problem);
      expect(form.saved).toBe(false);
    }
    form.name = " ";
    await form.submit();
    expect(form.nameProblem).toBe(text.failures.name);
    expect(form.problem).toBeUndefined();
    expect(server.bus.bodiesOf("chat.conversation.change")).toHaveLength(4);
  });
});
