import { beforeEach, describe, expect, it } from "vitest";
import { Failure } from "../../model/Failure.ts";
import { device, FakeAccount } from "../../testing/FakeAccount.ts";
import { text } from "../../text/en.ts";
import { type DeviceRow, DevicesViewModel } from "./DevicesViewModel.svelte.ts";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0";

describe("DevicesViewModel", () => {
  let account: FakeAccount;
  let devices: DevicesViewModel;

  beforeEach(() => {
    account = new FakeAccount();
    account.listed = [
      device("old", { seenAt: 10 }),
      device("here", { seenAt: 15, current: true }),
      device("new", { seenAt: 20, agent: FIREFOX }),
    ];
    devices = new DevicesViewModel(account);
  });

  const ids = (): string[] | undefined => devices.rows?.map(({ id }) => id);

  function row(id: string): DeviceRow {
    return devices.rows?.find((each) => each.id === id) ?? expect.fail(`no device ${id}`);
  }

  function paused(): () => void {
    let go: () => void = () => undefined;
    account.pause = new Promise((resolve) => {
      go = resolve;
    });
    return go;
  }

  it("showsThisDeviceFirstThenTheOnesSeenLast", async () => {
    const loading = devices.load();
    expect(devices.loading).toBe(true);
    expect(devices.rows).toBeUndefined();
    await loading;
    expect(devices.loading).toBe(false);
    expect(ids()).toEqual(["here", "new", "old"]);
    expect(row("new").name).toBe("Firefox on Linux");
    expect(row("old").name).toBe("Unknown program");
  });

  it("tellsWhyItCouldNotBeReadAndReadsAgain", async () => {
    account.failure = Failure.unavailable("connection");
    await devices.load();
    expect(devices.problem).toBe(text.failures.unavailable);
    expect(devices.loading).toBe(false);
    expect(devices.rows).toBeUndefined();
    account.failure = undefined;
    await devices.load();
    expect(devices.problem).toBeUndefined();
    expect(ids()).toHaveLength(3);
  });

  it("signsOutOnlyWhatWasConfirmed", async () => {
    await devices.load();
    devices.askEnd(row("new"));
    devices.cancelEnd();
    await devices.end();
    expect(account.asked).not.toContain("end new");
    devices.askEnd(row("new"));
    await devices.end();
    expect(account.asked).toContain("end new");
    expect(ids()).toEqual(["here", "old"]);
    expect(devices.leaving).toBeUndefined();
    expect(devices.notice).toBe("Firefox on Linux is signed out.");
  });

  it("keepsADeviceThatCouldNotBeSignedOut", async () => {
    await devices.load();
    devices.askEnd(row("new"));
    account.failure = Failure.unavailable("connection");
    await devices.end();
    expect(devices.leavingProblem).toBe(text.failures.unavailable);
    expect(devices.leaving?.id).toBe("new");
    expect(ids()).toHaveLength(3);
    account.failure = undefined;
    await devices.end();
    expect(devices.leavingProblem).toBeUndefined();
    expect(ids()).toHaveLength(2);
  });

  it("bringsNoDeviceBackByAListThatWasAskedForBefore", async () => {
    await devices.load();
    const go = paused();
    const reading = devices.load();
    account.pause = undefined;
    devices.askEnd(row("old"));
    await devices.end();
    go();
    await reading;
    expect(ids()).toEqual(["here", "new"]);
    expect(devices.loading).toBe(false);
  });

  it("forgetsWhatWasSignedOutElsewhere", async () => {
    await devices.load();
    account.listed = account.listed.filter(({ id }) => id !== "new");
    await devices.load();
    expect(ids()).toEqual(["here", "old"]);
  });
});
