import { beforeEach, describe, expect, it } from "vitest";
import type { PresenceMode } from "../../contract/generated.ts";
import { Appearing } from "../../model/Appearing.ts";
import { Failure } from "../../model/Failure.ts";
import { Relations } from "../../model/Relations.ts";
import { FakeBus } from "../../testing/FakeBus.ts";
import { FakeClock } from "../../testing/FakeClock.ts";
import { silent } from "../../testing/samples.ts";
import { text } from "../../text/en.ts";
import { LastSeenViewModel } from "./LastSeenViewModel.svelte.ts";

describe("LastSeenViewModel", () => {
  const item = (changed: number, sharesLastSeen: boolean, mode: PresenceMode = "auto") =>
    ({ type: "settings", changed, openTo: "friends", mode, sharesLastSeen }) as const;

  let bus: FakeBus;
  let relations: Relations;
  let view: LastSeenViewModel;

  beforeEach(() => {
    bus = new FakeBus();
    relations = new Relations(bus, new FakeClock(), () => 0.5, silent);
    view = new LastSeenViewModel(relations, new Appearing(bus, relations));
  });

  it("shows a choice at once, keeps it when it is taken, and follows other devices", async () => {
    expect(view.shared).toBeUndefined();
    relations.putSettings(item(1, false));
    expect(view.shared).toBe(false);
    bus.answer("chat.account.share", ({ shares }) => ({ settings: item(2, shares), through: 2 }));
    const choosing = view.share(true);
    expect(view.shared).toBe(true);
    expect(view.stored).toBe(false);
    await choosing;
    expect(relations.sharesLastSeen).toBe(true);
    expect(view.stored).toBe(true);
    relations.putSettings(item(3, false));
    expect(view.shared).toBe(false);
  });

  it("says why a choice was not taken and shows what is true", async () => {
    relations.putSettings(item(1, true));
    bus.answer("chat.account.share", () => {
      throw Failure.unavailable("connection");
    });
    await view.share(false);
    expect(view.shared).toBe(true);
    expect(view.problem).toBe(text.failures.unavailable);
  });

  it("warns the invisible that ending it would show them", () => {
    relations.putSettings(item(1, true));
    expect(view.telling).toBe(false);
    relations.putSettings(item(2, true, "invisible"));
    expect(view.telling).toBe(true);
    relations.putSettings(item(3, false, "invisible"));
    expect(view.telling).toBe(false);
  });
});
