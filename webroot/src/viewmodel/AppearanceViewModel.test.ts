import { beforeEach, describe, expect, it } from "vitest";
import type { PresenceMode } from "../contract/generated.ts";
import { Appearing } from "../model/Appearing.ts";
import { Failure } from "../model/Failure.ts";
import { Relations } from "../model/Relations.ts";
import { FakeBus } from "../testing/FakeBus.ts";
import { FakeClock } from "../testing/FakeClock.ts";
import { silent } from "../testing/samples.ts";
import { text } from "../text/en.ts";
import { AppearanceViewModel } from "./AppearanceViewModel.svelte.ts";

describe("AppearanceViewModel", () => {
  const item = (changed: number, mode: PresenceMode) =>
    ({ type: "settings", changed, openTo: "friends", mode, sharesLastSeen: false }) as const;

  let bus: FakeBus;
  let relations: Relations;
  let view: AppearanceViewModel;

  beforeEach(() => {
    bus = new FakeBus();
    relations = new Relations(bus, new FakeClock(), () => 0.5, silent);
    view = new AppearanceViewModel(relations, new Appearing(bus, relations));
  });

  it("knows nothing before it was told, and then what is newest", () => {
    expect(view.mode).toBeUndefined();
    expect(view.dot).toBeUndefined();
    relations.putSettings(item(3, "busy"));
    expect(view.mode).toBe("busy");
    expect(view.dot).toBe("busy");
    relations.putSettings(item(2, "auto"));
    expect(view.mode).toBe("busy");
    relations.putSettings(item(8, "invisible"));
    expect(view.mode).toBe("invisible");
    expect(view.dot).toBe("offline");
  });

  it("shows a choice at once and keeps it when it is taken", async () => {
    relations.putSettings(item(1, "auto"));
    bus.answer("chat.account.appear", ({ mode }) => ({ settings: item(2, mode), through: 2 }));
    const choosing = view.choose("invisible");
    expect(view.mode).toBe("invisible");
    await choosing;
    expect(relations.mode).toBe("invisible");
    relations.putSettings(item(3, "auto"));
    expect(view.mode).toBe("auto");
  });

  it("says why a choice was not taken and shows what is true", async () => {
    relations.putSettings(item(1, "auto"));
    bus.answer("chat.account.appear", () => {
      throw Failure.unavailable("connection");
    });
    await view.choose("busy");
    expect(view.mode).toBe("auto");
    expect(view.problem).toBe(text.failures.unavailable);
  });

  it("shows what was chosen last where two choices are under way", async () => {
    relations.putSettings(item(1, "auto"));
    const answers: (() => void)[] = [];
    bus.answer("chat.account.appear", ({ mode }) => {
      const changed = answers.length + 2;
      return new Promise((resolve) => {
        answers.push(() => resolve({ settings: item(changed, mode), through: changed }));
      });
    });
    const first = view.choose("busy");
    const second = view.choose("invisible");
    answers[0]?.();
    await first;
    expect(view.mode).toBe("invisible");
    answers[1]?.();
    await second;
    expect(view.mode).toBe("invisible");
  });
});
