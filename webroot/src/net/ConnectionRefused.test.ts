import { beforeEach, describe, expect, it } from "vitest";
import { CloseCode } from "../contract/generated.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { FakeSocket } from "../testing/FakeSocket.ts";
import { silent } from "../testing/samples.ts";
import { Connection, CROWDED_PAUSE_MS, type Standing } from "./Connection.ts";

describe("Connection that the server does not want", () => {
  let clock: FakeClock;
  let sockets: FakeSocket[];
  let standing: Standing;
  let confirmed: number;
  let events: string[];
  let connection: Connection;

  beforeEach(() => {
    clock = new FakeClock();
    sockets = [];
    standing = "valid";
    confirmed = 0;
    events = [];
    connection = new Connection({
      openSocket: () => {
        const socket = new FakeSocket();
        sockets.push(socket);
        return socket;
      },
      confirmSession: () => {
        confirmed += 1;
        return Promise.resolve(standing);
      },
      onHint: () => () => undefined,
      clock,
      random: () => 0.5,
      log: silent,
    });
    connection.start({
      connected: () => events.push("connected"),
      disconnected: () => events.push("disconnected"),
      deliver: () => undefined,
      probe: () => Promise.resolve(),
      sessionOver: () => events.push("sessionOver"),
    });
  });

  const socket = (): FakeSocket => sockets.at(-1) ?? expect.fail("no socket");

  it("triesSeldomWhileTheAccountHasTooManySockets", async () => {
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      socket().open();
      socket().drop(CloseCode.TOO_MANY_SOCKETS);
      expect(connection.crowded).toBe(true);
      expect(connection.state).toBe("waiting");
      await clock.pass(CROWDED_PAUSE_MS * 1.5 - 1);
      expect(sockets).toHaveLength(attempt);
      await clock.pass(1);
      expect(sockets).toHaveLength(attempt + 1);
    }
    socket().open();
    expect(connection.crowded).toBe(true);
    socket().receive({ type: "rec", address: "conversation.x.events", body: {} });
    expect(connection.crowded).toBe(false);
    expect(confirmed).toBe(0);
  });

  it("triesAtOnceAfterATabWasClosed", () => {
    socket().open();
    socket().drop(CloseCode.TOO_MANY_SOCKETS);
    connection.retryNow();
    expect(sockets).toHaveLength(2);
    socket().open();
    socket().drop();
    expect(connection.crowded).toBe(false);
  });

  it("asksForTheSessionWhenItIsInDoubt", async () => {
    socket().open();
    standing = "over";
    connection.doubt();
    await settled();
    expect(events).toEqual(["connected", "disconnected", "sessionOver"]);
    connection.doubt();
    await settled();
    expect(confirmed).toBe(1);
  });
});
