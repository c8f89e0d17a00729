import { beforeEach, describe, expect, it } from "vitest";
import type { RelationItem, RelationPage } from "../contract/generated.ts";
import { FakeBus } from "../testing/FakeBus.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { refusal, silent } from "../testing/samples.ts";
import { Befriending } from "./Befriending.ts";
import { Relations } from "./Relations.ts";

function relation(
  account: string,
  changed: number,
  more: Partial<RelationItem> = {},
): RelationItem {
  return { type: "relation", changed, account, state: "friends", blocked: false, ...more };
}

describe("Relations", () => {
  let clock: FakeClock;
  let bus: FakeBus;
  let relations: Relations;
  let befriending: Befriending;
  let pages: RelationPage[];

  beforeEach(() => {
    clock = new FakeClock();
    bus = new FakeBus();
    pages = [];
    relations = new Relations(bus, clock, () => 0.5, silent);
    befriending = new Befriending(bus, relations);
    bus.answer("chat.settings.read", () => ({
      settings: {
        type: "settings",
        changed: 0,
        openTo: "friends",
        mode: "auto",
        sharesLastSeen: false,
      },
      through: 0,
    }));
    bus.answer("chat.relation.list", () => pages.shift() ?? { relations: [], through: 9 });
  });

  const names = (): readonly string[] => relations.list.map(({ account }) => account);

  it("readsAllPagesOnce", async () => {
    pages = [
      { relations: [relation("ada", 3, { since: 1 })], next: "ada", through: 9 },
      { relations: [relation("grace", 4, { since: 2 })], through: 9 },
    ];
    relations.connected();
    await settled();
    expect(relations.loaded).toBe(true);
    expect(names()).toEqual(["grace", "ada"]);
    expect(bus.bodiesOf("chat.relation.list").map(({ after }) => after)).toEqual([
      undefined,
      "ada",
    ]);
    relations.disconnected();
    relations.connected();
    await settled();
    expect(bus.bodiesOf("chat.relation.list")).toHaveLength(2);
  });

  it("keepsWhatChangedLaterAlsoIfThereIsNothingAnyMore", async () => {
    relations.put(relation("ada", 7, { state: "none" }));
    pages = [{ relations: [relation("ada", 3)], through: 3 }];
    relations.connected();
    await settled();
    expect(names()).toEqual([]);
    relations.put(relation("ada", 8, { state: "none", blocked: true }));
    expect(names()).toEqual(["ada"]);
    relations.put(relation("ada", 8));
    expect(relations.of("ada")?.blocked).toBe(true);
  });

  it("triesAgainUntilItIsAnswered", async () => {
    bus.answer("chat.settings.read", () => Promise.reject(refusal("UNAVAILABLE")));
    relations.connected();
    await clock.pass(10_000);
    const before = bus.bodiesOf("chat.settings.read").length;
    expect(before).toBeGreaterThan(1);
    relations.disconnected();
    await clock.pass(60_000);
    expect(bus.bodiesOf("chat.settings.read")).toHaveLength(before);
    expect(clock.planned).toBe(0);
    expect(relations.loaded).toBe(false);
  });

  it("readsAnewWhatWasLost", async () => {
    relations.connected();
    relations.put(relation("ada", 70));
    await settled();
    pages = [{ relations: [relation("grace", 2)], through: 2 }];
    relations.misplaced(false);
    expect(names()).toEqual(["ada"]);
    relations.misplaced(true);
    await settled();
    expect(names()).toEqual(["grace"]);
  });

  it("declinesMoreThanFitIntoOneRequest", async () => {
    bus.answer("chat.friend.decline", ({ accounts }) => ({
      relations: accounts.map((account) => relation(account, 9, { state: "none" })),
    }));
    const asking = Array.from({ length: 150 }, (_, at) => `person-${at}`);
    asking.forEach((account) => relations.put(relation(account, 1, { state: "incoming" })));
    await befriending.decline(asking);
    expect(bus.bodiesOf("chat.friend.decline").map(({ accounts }) => accounts.length)).toEqual([
      100, 50,
    ]);
    expect(names()).toEqual([]);
  });

  it("learnsWhetherOneCanWrite", async () => {
    let writes = true;
    bus.answer("chat.person.reach", ({ account }) => ({ account, writes }));
    expect(befriending.writesTo("ada")).toBeUndefined();
    await befriending.ask("ada");
    expect(befriending.writesTo("ada")).toBe(true);
    const late = befriending.ask("ada");
    befriending.refused("ada");
    await late;
    expect(befriending.writesTo("ada")).toBe(false);
    writes = false;
    relations.put(relation("ada", 3));
    expect(befriending.writesTo("ada")).toBe(true);
  });

  it("whatCannotBeDoneChangesNothing", async () => {
    bus.answer("chat.person.block", () => Promise.reject(refusal("TOO_MANY")));
    await expect(befriending.block("ada")).rejects.toThrow("TOO_MANY");
    bus.answer("chat.friend.cancel", () => ({
      relations: [relation("nobody", 0, { state: "none" })],
    }));
    await befriending.cancel("nobody");
    expect(relations.of("nobody")).toBeUndefined();
  });
});
