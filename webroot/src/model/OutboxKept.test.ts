import { beforeEach, describe, expect, it } from "vitest";
import type { MessageAccepted, SendMessage } from "../contract/generated.ts";
import { FakeBus } from "../testing/FakeBus.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { always, MemoryOutboxStore } from "../testing/MemoryOutboxStore.ts";
import { TurnsInBrowser } from "../testing/MortalPage.ts";
import { counting, message, refusal, ROOM, silent } from "../testing/samples.ts";
import { Outbox } from "./Outbox.ts";
import type { ClaimTurn, OutboxStore } from "./OutboxStore.ts";
import { KEPT_WITHIN_MS } from "./UnsentMessages.ts";
import { textOf } from "./messages.ts";

describe("Outbox, kept on the device", () => {
  let clock: FakeClock;
  let bus: FakeBus;
  let disk: MemoryOutboxStore;
  let turns: TurnsInBrowser;
  let newId: () => string;
  let answer: (request: SendMessage) => Promise<MessageAccepted>;

  beforeEach(() => {
    clock = new FakeClock();
    bus = new FakeBus();
    disk = new MemoryOutboxStore();
    turns = new TurnsInBrowser();
    newId = counting("id-");
    answer = (request) => Promise.resolve({ message: message(1, request) });
    bus.answer("chat.message.send", (request) => answer(request));
  });

  function open(store: OutboxStore = disk, claimTurn: ClaimTurn = turns.claimer()): Outbox {
    return new Outbox({
      bus,
      clock,
      random: () => 0.5,
      newId,
      log: silent,
      store,
      claimTurn,
      nameOf: () => "Room",
      stored: () => undefined,
    });
  }

  const sent = (): (string | undefined)[] => bus.bodiesOf("chat.message.send").map(textOf);

  it("sendsWhatAnEarlierPageWrote", async () => {
    open().add(ROOM, "one");
    await settled();
    const next = open();
    await settled();
    expect(next.of(ROOM)).toMatchObject([{ text: "one", kept: "device", refused: undefined }]);
    next.connected();
    await settled();
    expect(sent()).toEqual(["one"]);
    expect(next.unsent).toBe(0);
    expect(await disk.all()).toEqual([]);
  });

  it("keepsARefusalUntilItsAuthorDecides", async () => {
    answer = () => Promise.reject(refusal("NOT_A_MEMBER"));
    const first = open();
    first.connected();
    first.add(ROOM, "one");
    await settled();
    first.disconnected();
    const next = open();
    next.connected();
    await clock.pass(60_000);
    expect(sent()).toEqual(["one"]);
    expect(next.refused).toMatchObject([{ conversation: ROOM, name: "Room" }]);
    expect(next.of(ROOM)[0]?.refused?.is("NOT_A_MEMBER")).toBe(true);
    answer = (request) => Promise.resolve({ message: message(1, request) });
    next.retry("id-1");
    await settled();
    expect(sent()).toEqual(["one", "one"]);
    expect(first.unsent).toBe(0);
  });

  it("sendsFromOnePageForAllUntilThatPageIsGone", async () => {
    const [first, second] = [open(), open()];
    first.connected();
    second.connected();
    answer = () => new Promise(() => undefined);
    second.add(ROOM, "of the second");
    await settled();
    expect(sent()).toEqual(["of the second"]);
    expect(first.waiting).toBe(1);
    first.add(ROOM, "of the first");
    await settled();
    answer = (request) => Promise.resolve({ message: message(1, request) });
    first.disconnected();
    await settled();
    expect(sent()).toEqual(["of the second", "of the second", "of the first"]);
    expect(first.waiting).toBe(0);
  });

  it("sendsFromEveryPageWhereThereAreNoLocks", async () => {
    const [first, second] = [open(disk, always), open(disk, always)];
    first.connected();
    second.connected();
    first.add(ROOM, "one");
    await settled();
    expect(new Set(sent())).toEqual(new Set(["one"]));
    expect(new Set(bus.bodiesOf("chat.message.send").map(({ clientId }) => clientId)).size).toBe(1);
    expect(second.unsent).toBe(0);
  });

  it("isSentOnlyOnceItIsKept", async () => {
    let keep = (): void => undefined;
    const slow = new MemoryOutboxStore();
    slow.add = async (each) => {
      await new Promise<void>((resolve) => (keep = resolve));
      return MemoryOutboxStore.prototype.add.call(slow, each);
    };
    const outbox = open(slow);
    const kept: boolean[] = [];
    outbox.connected();
    outbox.add(ROOM, "one", (onDevice) => kept.push(onDevice));
    await settled();
    expect(outbox.of(ROOM)).toMatchObject([{ text: "one", kept: "writing" }]);
    expect([sent(), kept, outbox.unkept]).toEqual([[], [], 1]);
    answer = () => new Promise(() => undefined);
    keep();
    await settled();
    expect(outbox.of(ROOM)).toMatchObject([{ text: "one", kept: "device" }]);
    expect([sent(), kept, outbox.unkept]).toEqual([["one"], [true], 0]);
  });

  it("saysWhenTheStorageFailsAndGoesOnInThisPage", async () => {
    const outbox = open();
    const kept: boolean[] = [];
    await settled();
    disk.failure = new Error("full");
    outbox.add(ROOM, "one", (onDevice) => kept.push(onDevice));
    await settled();
    disk.failure = undefined;
    outbox.add(ROOM, "two", (onDevice) => kept.push(onDevice));
    await settled();
    expect(kept).toEqual([false, false]);
    expect([outbox.unkept, outbox.inPageOnly]).toEqual([2, 2]);
    outbox.connected();
    await settled();
    expect(sent()).toEqual(["one", "two"]);
    expect(outbox.unsent).toBe(0);
    outbox.add(ROOM, "three", (onDevice) => kept.push(onDevice));
    await settled();
    expect(kept).toEqual([false, false, true]);
  });

  it("doesNotWaitForStorageThatHangs", async () => {
    const hanging = new MemoryOutboxStore();
    hanging.add = () => new Promise(() => undefined);
    const outbox = open(hanging);
    outbox.connected();
    outbox.add(ROOM, "one");
    await clock.pass(KEPT_WITHIN_MS - 1);
    expect(sent()).toEqual([]);
    await clock.pass(1);
    expect(sent()).toEqual(["one"]);
    expect(outbox.unsent).toBe(0);
  });

  it("staysAsThisPageKnowsItWhenTheStorageTakesNoChanges", async () => {
    const outbox = open();
    answer = () => Promise.reject(refusal("NOT_A_MEMBER"));
    outbox.add(ROOM, "one");
    outbox.add("other", "two");
    await settled();
    disk.refuse = () => Promise.reject(new Error("full"));
    disk.remove = () => Promise.reject(new Error("full"));
    outbox.connected();
    await clock.pass(60_000);
    expect(sent()).toEqual(["one", "two"]);
    outbox.remove("id-1");
    await clock.pass(60_000);
    expect(outbox.of(ROOM)).toEqual([]);
    expect(sent()).toEqual(["one", "two"]);
  });
});
