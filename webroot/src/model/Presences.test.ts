import { beforeEach, describe, expect, it } from "vitest";
import { LIMITS, presenceChanges, type PresenceState } from "../contract/generated.ts";
import { FakeBus } from "../testing/FakeBus.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { refusal } from "../testing/samples.ts";
import { GATHER_MS, Presences } from "./Presences.ts";

describe("Presences", () => {
  let clock: FakeClock;
  let bus: FakeBus;
  let presences: Presences;
  let warned: string[];
  let changed: number;

  beforeEach(() => {
    clock = new FakeClock();
    bus = new FakeBus();
    bus.answer("gateway.presence.watch", ({ accounts }) => ({ accounts }));
    warned = [];
    changed = 0;
    presences = new Presences(bus, clock, () => 0.5, { warn: (event) => warned.push(event) });
    presences.changes.subscribe(() => (changed += 1));
  });

  const told = (): (readonly string[])[] =>
    bus.bodiesOf("gateway.presence.watch").map(({ accounts }) => accounts);
  const many = (word: string, count: number): string[] =>
    Array.from({ length: count }, (_, at) => `${word}-${at}`);
  const hear = (account: string, state: PresenceState): boolean =>
    presences.deliver(presenceChanges(account), { account, state });

  async function watch(...accounts: string[]): Promise<void> {
    presences.connected();
    presences.show("sidebar", accounts);
    await clock.pass(GATHER_MS);
  }

  it("knowsNothingBeforeItIsTold", async () => {
    await watch("ada");
    expect(presences.stateOf("ada")).toBe("unknown");
    hear("ada", "online");
    expect(presences.stateOf("ada")).toBe("online");
    hear("ada", "offline");
    expect(presences.stateOf("ada")).toBe("offline");
    expect(changed).toBe(2);
  });

  it("saysWhomTheServerTellsOfThatItDidNotBefore", async () => {
    const begun: (readonly string[])[] = [];
    const log = { warn: (): void => undefined };
    presences = new Presences(
      bus,
      clock,
      () => 0.5,
      log,
      (accounts) => begun.push(accounts),
    );
    await watch("ada");
    presences.show("sidebar", ["ada", "grace"]);
    await clock.pass(GATHER_MS);
    expect(begun).toEqual([["ada"], ["grace"]]);
    presences.askAgain();
    await clock.pass(GATHER_MS);
    expect(begun.slice(2)).toEqual([["ada", "grace"]]);
    bus.answer("gateway.presence.watch", () => Promise.reject(refusal("UNAVAILABLE")));
    presences.show("sidebar", ["ada"]);
    await clock.pass(GATHER_MS);
    expect(begun).toHaveLength(3);
  });

  it("asksForTheSameAgainAndForgetsNothing", async () => {
    await watch("ada");
    hear("ada", "online");
    presences.askAgain();
    presences.askAgain();
    await clock.pass(10_000);
    expect(told()).toEqual([["ada"], ["ada"]]);
    expect(presences.stateOf("ada")).toBe("online");
  });

  it("joinsWhatAllPlacesShowAndTellsItOnce", async () => {
    presences.connected();
    presences.show("sidebar", ["ada", "grace"]);
    await clock.pass(GATHER_MS - 1);
    presences.show("switcher", ["grace", "kurt"]);
    presences.show("conversation", ["kurt"]);
    expect(told()).toEqual([]);
    await clock.pass(1);
    expect(told()).toEqual([["kurt", "grace", "ada"]]);
    presences.show("switcher", []);
    await clock.pass(10_000);
    expect(told()).toHaveLength(1);
    presences.show("conversation", []);
    await clock.pass(GATHER_MS);
    expect(told().slice(1)).toEqual([["ada", "grace"]]);
  });

  it("watchesNoMoreThanIsAllowedAndTheOpenConversationFirst", async () => {
    const { MAX } = LIMITS.WatchPresence;
    presences.connected();
    presences.show("sidebar", many("row", MAX));
    presences.show("switcher", many("offer", 3));
    presences.show("conversation", ["ada"]);
    await clock.pass(GATHER_MS);
    expect(told()).toEqual([["ada", ...many("offer", 3), ...many("row", MAX - 4)]]);
  });

  it("saysNothingWhileTheSameAreShown", async () => {
    await watch("ada", "grace");
    presences.show("sidebar", ["grace", "ada"]);
    await clock.pass(10_000);
    presences.show("sidebar", ["grace"]);
    presences.show("sidebar", ["ada", "grace"]);
    await clock.pass(10_000);
    expect(told()).toHaveLength(1);
    expect(clock.planned).toBe(0);
  });

  it("keepsWhatIsKnownOfThoseWhoStayAndForgetsTheOthers", async () => {
    await watch("ada", "grace");
    hear("ada", "online");
    hear("grace", "online");
    presences.show("sidebar", ["ada", "kurt"]);
    await clock.pass(GATHER_MS);
    expect(["ada", "grace", "kurt"].map((one) => presences.stateOf(one))).toEqual([
      "online",
      "unknown",
      "unknown",
    ]);
    expect(hear("grace", "offline")).toBe(false);
    expect(presences.stateOf("grace")).toBe("unknown");
  });

  it("hearsWhatArrivesBeforeTheAnswer", async () => {
    bus.answer("gateway.presence.watch", ({ accounts }) => {
      accounts.forEach((account) => hear(account, "online"));
      return { accounts };
    });
    await watch("ada");
    expect(presences.stateOf("ada")).toBe("online");
  });

  it("leavesOtherAddressesAlone", async () => {
    await watch("ada");
    expect(presences.deliver("conversation.ada.events", { account: "ada" })).toBe(false);
    expect(hear("grace", "online")).toBe(false);
    const since = { account: "ada", state: "offline", lastSeenAt: "noon" };
    const other = { account: "grace", state: "online" };
    for (const body of [null, {}, other, { account: "ada" }, since]) {
      expect(presences.deliver(presenceChanges("ada"), body)).toBe(true);
    }
    expect(presences.stateOf("ada")).toBe("unknown");
    expect(warned).toEqual(Array(5).fill("presence.event.malformed"));
  });

  it("knowsNobodyWithoutAConnectionAndAsksAgainWhenItIsBack", async () => {
    await watch("ada", "grace");
    hear("ada", "online");
    presences.disconnected();
    expect(presences.stateOf("ada")).toBe("unknown");
    expect(changed).toBe(2);
    expect(hear("ada", "offline")).toBe(false);
    presences.show("sidebar", ["ada"]);
    await clock.pass(60_000);
    expect(told()).toHaveLength(1);
    presences.connected();
    await clock.pass(GATHER_MS);
    expect(told().slice(1)).toEqual([["ada"]]);
    hear("ada", "online");
    expect(presences.stateOf("ada")).toBe("online");
  });

  it("asksOneAtATimeAndAgainIfOthersAreShownByThen", async () => {
    let answer = (): void => undefined;
    bus.answer(
      "gateway.presence.watch",
      ({ accounts }) => new Promise((resolve) => (answer = () => resolve({ accounts }))),
    );
    await watch("ada");
    presences.show("sidebar", ["grace"]);
    await clock.pass(10_000);
    expect(told()).toEqual([["ada"]]);
    answer();
    await clock.pass(GATHER_MS);
    expect(told()).toEqual([["ada"], ["grace"]]);
  });

  it("triesAgainEverMoreSeldomAndBeginsWithNobody", async () => {
    await watch("ada");
    hear("ada", "online");
    let refuse = true;
    bus.answer("gateway.presence.watch", ({ accounts }) => {
      if (refuse && accounts.length > 0) {
        throw refusal("UNAVAILABLE");
      }
      return { accounts };
    });
    presences.show("sidebar", ["ada", "grace"]);
    await clock.pass(GATHER_MS);
    expect(presences.stateOf("ada")).toBe("unknown");
    await clock.pass(60_000);
    const atFirst = told().length;
    await clock.pass(60_000);
    expect(told().length - atFirst).toBeLessThanOrEqual(atFirst / 2);
    refuse = false;
    await clock.pass(60_000);
    expect(told().slice(-2)).toEqual([[], ["ada", "grace"]]);
    expect(clock.planned).toBe(0);
  });

  it("waitsAsLongAsTheServerWants", async () => {
    bus.answer("gateway.presence.watch", () => {
      throw refusal("RATE_LIMITED", undefined, 20);
    });
    await watch("ada");
    await clock.pass(19_999);
    presences.show("sidebar", ["ada", "grace"]);
    expect(told()).toHaveLength(1);
    bus.answer("gateway.presence.watch", ({ accounts }) => ({ accounts }));
    await clock.pass(1 + GATHER_MS);
    expect(told().slice(1)).toEqual([[], ["ada", "grace"]]);
  });

  it("heedsNoAnswerOfAnOlderConnection", async () => {
    const answers: ((failed: boolean) => void)[] = [];
    bus.answer(
      "gateway.presence.watch",
      ({ accounts }) =>
        new Promise((resolve, reject) =>
          answers.push((failed) => (failed ? reject(refusal("INTERNAL")) : resolve({ accounts }))),
        ),
    );
    await watch("ada");
    presences.disconnected();
    presences.connected();
    await clock.pass(GATHER_MS);
    answers[0]?.(true);
    answers[1]?.(false);
    hear("ada", "online");
    await settled();
    await clock.pass(60_000);
    expect(presences.stateOf("ada")).toBe("online");
    expect(told()).toEqual([["ada"], ["ada"]]);
  });

  it("leavesNoTimerBehind", async () => {
    await watch("ada");
    presences.show("sidebar", []);
    expect(clock.planned).toBe(1);
    presences.dispose();
    expect(clock.planned).toBe(0);
    presences.show("sidebar", ["grace"]);
    await clock.pass(60_000);
    expect(told()).toEqual([["ada"]]);
  });
});
