import { beforeEach, describe, expect, it } from "vitest";
import { FakeBus } from "../testing/FakeBus.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { Failure } from "./Failure.ts";
import { IDLE_MS, Idleness } from "./Idleness.ts";

describe("Idleness", () => {
  let bus: FakeBus;
  let clock: FakeClock;
  let use: () => void;
  let idleness: Idleness;

  beforeEach(() => {
    bus = new FakeBus();
    clock = new FakeClock();
    bus.answer("gateway.presence.idle", ({ idle }) => ({ idle }));
    const activity = {
      follow: (tell: () => void) => {
        use = tell;
        return () => (use = () => undefined);
      },
    };
    idleness = new Idleness(bus, clock, () => 0.5, activity);
  });

  const told = (): readonly boolean[] =>
    bus.bodiesOf("gateway.presence.idle").map(({ idle }) => idle);

  it("tells when nobody has used the device for a while, and when somebody does again", async () => {
    idleness.connected();
    await clock.pass(IDLE_MS - 1);
    use();
    await clock.pass(IDLE_MS - 1);
    expect(told()).toEqual([]);
    await clock.pass(1);
    expect(told()).toEqual([true]);
    await clock.pass(10 * IDLE_MS);
    use();
    await settled();
    use();
    await settled();
    expect(told()).toEqual([true, false]);
  });

  it("tells each new connection, to which it counts as used", async () => {
    await clock.pass(IDLE_MS);
    expect(told()).toEqual([]);
    idleness.connected();
    await settled();
    expect(told()).toEqual([true]);
    idleness.disconnected();
    use();
    idleness.connected();
    await settled();
    expect(told()).toEqual([true]);
  });

  it("tells again what the server did not take, and only what is still so", async () => {
    bus.answer("gateway.presence.idle", () => {
      throw Failure.unavailable("deadline");
    });
    idleness.connected();
    await clock.pass(IDLE_MS + 2_000);
    expect(told()).toEqual([true, true]);
    use();
    await clock.pass(60_000);
    expect(told()).toEqual([true, true]);
  });

  it("leaves nothing behind", async () => {
    idleness.connected();
    idleness.dispose();
    await clock.pass(IDLE_MS);
    expect(told()).toEqual([]);
    expect(clock.planned).toBe(0);
  });
});
