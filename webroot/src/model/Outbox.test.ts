import { beforeEach, describe, expect, it } from "vitest";
import type { MessageAccepted, SendMessage } from "../contract/generated.ts";
import { FakeBus } from "../testing/FakeBus.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { keptInMemory } from "../testing/MemoryOutboxStore.ts";
import { counting, message, refusal, ROOM, silent } from "../testing/samples.ts";
import { Failure } from "./Failure.ts";
import { Outbox } from "./Outbox.ts";
import { MAX_UNSENT } from "./OutboxStore.ts";

type Pending = {
  readonly request: SendMessage;
  readonly accept: () => void;
  readonly fail: (failure: Failure) => void;
};

describe("Outbox", () => {
  let clock: FakeClock;
  let bus: FakeBus;
  let outbox: Outbox;
  let stored: string[];
  let sends: Pending[];

  beforeEach(() => {
    clock = new FakeClock();
    bus = new FakeBus();
    stored = [];
    sends = [];
    outbox = new Outbox({
      bus,
      clock,
      random: () => 0.999,
      newId: counting("id-"),
      log: silent,
      ...keptInMemory(),
      nameOf: () => "Room",
      stored: (_, { clientId }) => stored.push(clientId),
    });
    bus.answer(
      "chat.message.send",
      (request) =>
        new Promise<MessageAccepted>((resolve, reject) => {
          const { clientId, content } = request;
          sends.push({
            request,
            accept: () => resolve({ message: message(sends.length, { clientId, content }) }),
            fail: reject,
          });
        }),
    );
  });

  const ids = (): string[] => sends.map(({ request }) => request.clientId);
  const last = (): Pending => {
    const send = sends.at(-1);
    if (send === undefined) {
      throw new Error("nothing was sent");
    }
    return send;
  };

  it("sendsOneAtATimeInTheOrderOfWriting", async () => {
    outbox.connected();
    outbox.add(ROOM, "one");
    outbox.add(ROOM, "two");
    await settled();
    expect(ids()).toEqual(["id-1"]);
    last().accept();
    await settled();
    expect(ids()).toEqual(["id-1", "id-2"]);
    last().accept();
    await settled();
    expect(stored).toEqual(["id-1", "id-2"]);
    expect(outbox.of(ROOM)).toEqual([]);
  });

  it("sendsInSeveralConversationsAtATime", async () => {
    outbox.connected();
    outbox.add("one", "a");
    outbox.add("two", "b");
    await settled();
    expect(ids()).toEqual(["id-1", "id-2"]);
  });

  it("waitsForTheConnection", async () => {
    outbox.add(ROOM, "one");
    await clock.pass(60_000);
    expect(sends).toEqual([]);
    expect(outbox.waiting).toBe(1);
    outbox.connected();
    await settled();
    expect(ids()).toEqual(["id-1"]);
  });

  it("repeatsUnderTheSameIdWhatMayHaveBeenStored", async () => {
    outbox.connected();
    outbox.add(ROOM, "one");
    outbox.add(ROOM, "two");
    await settled();
    last().fail(Failure.unavailable("deadline"));
    await clock.pass(499);
    expect(ids()).toEqual(["id-1"]);
    await clock.pass(1);
    expect(ids()).toEqual(["id-1", "id-1"]);
    last().fail(refusal("RATE_LIMITED", undefined, 3));
    await clock.pass(2_999);
    expect(ids()).toHaveLength(2);
    await clock.pass(1);
    last().accept();
    await settled();
    expect(ids()).toEqual(["id-1", "id-1", "id-1", "id-2"]);
  });

  it("tellsWhyTheFirstMessageWaits", async () => {
    outbox.connected();
    outbox.add(ROOM, "one");
    await settled();
    expect(outbox.holdUpOf(ROOM)).toBeUndefined();
    let told = 0;
    outbox.changes.subscribe(() => (told += 1));
    last().fail(refusal("RATE_LIMITED"));
    await settled();
    expect(outbox.holdUpOf(ROOM)?.is("RATE_LIMITED")).toBe(true);
    expect(told).toBeGreaterThan(0);
    await clock.pass(1_000);
    expect(outbox.holdUpOf(ROOM)?.is("RATE_LIMITED")).toBe(true);
    last().accept();
    await settled();
    expect(outbox.holdUpOf(ROOM)).toBeUndefined();
    outbox.add(ROOM, "two");
    await settled();
    last().fail(refusal("RATE_LIMITED"));
    await settled();
    outbox.disconnected();
    expect(outbox.holdUpOf(ROOM)).toBeUndefined();
  });

  it("repeatsAtOnceAfterReconnecting", async () => {
    outbox.connected();
    outbox.add(ROOM, "one");
    await settled();
    outbox.disconnected();
    last().fail(Failure.unavailable("connection"));
    await clock.pass(60_000);
    expect(ids()).toEqual(["id-1"]);
    outbox.connected();
    await settled();
    expect(ids()).toEqual(["id-1", "id-1"]);
  });

  it("showsARefusedMessageAndGoesOnWithTheNext", async () => {
    outbox.connected();
    outbox.add(ROOM, "one");
    outbox.add(ROOM, "two");
    await settled();
    last().fail(refusal("NOT_A_MEMBER"));
    await settled();
    expect(outbox.of(ROOM)[0]?.refused?.is("NOT_A_MEMBER")).toBe(true);
    expect(outbox.waiting).toBe(1);
    last().accept();
    await settled();
    outbox.retry("id-1");
    await settled();
    expect(ids()).toEqual(["id-1", "id-2", "id-1"]);
    outbox.remove("id-1");
    expect(outbox.of(ROOM)).toEqual([]);
  });

  it("isSettledByTheEventBeforeTheReply", async () => {
    outbox.connected();
    outbox.add(ROOM, "one");
    outbox.add(ROOM, "two");
    await settled();
    outbox.remove("id-1");
    await settled();
    expect(ids()).toEqual(["id-1"]);
    last().fail(Failure.unavailable("deadline"));
    await clock.pass(1_000);
    expect(ids()).toEqual(["id-1", "id-2"]);
  });

  it("isBoundedWithWhatWasRefused", async () => {
    outbox.connected();
    outbox.add(ROOM, "refused");
    await settled();
    last().fail(refusal("NOT_A_MEMBER"));
    await settled();
    for (let count = 1; count < MAX_UNSENT; count += 1) {
      expect(outbox.add(ROOM, "text")).toBe(true);
    }
    expect(outbox.add(ROOM, "too much")).toBe(false);
    outbox.remove("id-1");
    expect(outbox.add(ROOM, "fits again")).toBe(true);
  });

  it("keepsWhatWasWrittenInARoomThatItsAuthorIsOutOf", async () => {
    outbox.connected();
    outbox.add(ROOM, "one");
    outbox.add(ROOM, "two");
    await settled();
    outbox.strand(ROOM);
    last().fail(Failure.unavailable("deadline"));
    await clock.pass(60_000);
    expect(ids()).toEqual(["id-1"]);
    expect(outbox.waiting).toBe(0);
    expect(outbox.refused).toMatchObject([
      { conversation: ROOM, name: "Room", messages: [{ text: "one" }, { text: "two" }] },
    ]);
    outbox.strand("a room without messages");
    expect(outbox.refused).toHaveLength(1);
  });
});
