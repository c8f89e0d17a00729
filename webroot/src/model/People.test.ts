import { beforeEach, describe, expect, it } from "vitest";
import { profileChanges } from "../contract/generated.ts";
import { FakeBus } from "../testing/FakeBus.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { profile, refusal } from "../testing/samples.ts";
import { People } from "./People.ts";

describe("People", () => {
  let bus: FakeBus;
  let clock: FakeClock;
  let people: People;

  beforeEach(() => {
    bus = new FakeBus();
    clock = new FakeClock();
    people = new People(bus, clock, () => 0.5);
    bus.answer("chat.profile.refresh", () => ({ profiles: [] }));
  });

  it("hearsHowPeopleChangeAndKeepsTheNewest", () => {
    people.put(profile("ada", "Ada"));
    const tell = (version: number, name: string): boolean =>
      people.deliver(profileChanges("ada"), profile("ada", name, version));
    expect(tell(3, "Countess")).toBe(true);
    expect(tell(2, "Late")).toBe(true);
    expect(people.find("ada")?.displayName).toBe("Countess");
    expect(people.deliver(profileChanges("grace"), profile("ada", "Forged", 9))).toBe(false);
    expect(people.find("ada")?.displayName).toBe("Countess");
  });

  it("asksOnEveryConnectionForWhatChangedMeanwhile", async () => {
    people.put(profile("ada", "Ada"));
    people.put(profile("grace", "Grace", 4));
    bus.answer("chat.profile.refresh", () => ({ profiles: [profile("ada", "Countess", 2)] }));
    people.connected();
    await settled();
    expect(bus.bodiesOf("chat.profile.refresh")).toEqual([
      {
        known: [
          { account: "grace", version: 4 },
          { account: "ada", version: 1 },
        ],
      },
    ]);
    expect(people.find("ada")?.displayName).toBe("Countess");
    people.disconnected();
    people.connected();
    await settled();
    expect(bus.bodiesOf("chat.profile.refresh")).toHaveLength(2);
  });

  it("asksForWhatChangedOfThoseWhoAreWatchedFromNowOn", async () => {
    [profile("ada", "Ada"), profile("grace", "Grace", 4)].forEach((one) => people.put(one));
    people.watched(["ada"]);
    await settled();
    expect(bus.bodiesOf("chat.profile.refresh")).toEqual([]);
    people.connected();
    await settled();
    bus.answer("chat.profile.refresh", () => ({ profiles: [profile("grace", "Admiral", 5)] }));
    people.watched(["grace", "stranger"]);
    people.watched(["stranger"]);
    await settled();
    expect(bus.bodiesOf("chat.profile.refresh").slice(1)).toEqual([
      { known: [{ account: "grace", version: 4 }] },
    ]);
    expect(people.find("grace")?.displayName).toBe("Admiral");
  });

  it("triesOnceLaterForAllForWhomItFailed", async () => {
    ["ada", "grace"].forEach((account) => people.put(profile(account)));
    people.connected();
    await settled();
    bus.answer("chat.profile.refresh", () => Promise.reject(refusal("UNAVAILABLE")));
    people.watched(["ada"]);
    people.watched(["ada", "grace"]);
    await settled();
    const asked = (): number => bus.bodiesOf("chat.profile.refresh").length;
    expect(asked()).toBe(3);
    await clock.pass(10_000);
    expect(asked()).toBe(4);
    people.disconnected();
    await clock.pass(60_000);
    expect(asked()).toBe(4);
    expect(clock.planned).toBe(0);
  });

  it("asksPageByPageAndAgainWhereItFailed", async () => {
    for (let i = 0; i < 150; i += 1) {
      people.put(profile(`person${i}`));
    }
    let answers = 0;
    bus.answer("chat.profile.refresh", () => {
      answers += 1;
      return answers === 2 ? Promise.reject(refusal("UNAVAILABLE")) : { profiles: [] };
    });
    people.connected();
    await settled();
    const sizes = (): readonly number[] =>
      bus.bodiesOf("chat.profile.refresh").map(({ known }) => known.length);
    expect(sizes()).toEqual([100, 50]);
    await clock.pass(10_000);
    expect(sizes()).toEqual([100, 50, 100, 50]);
  });
});
