import { beforeEach, describe, expect, it } from "vitest";
import { CloseCode, FailureCode } from "../contract/generated.ts";
import type { Failure } from "../model/Failure.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { FakeSocket } from "../testing/FakeSocket.ts";
import { silent } from "../testing/samples.ts";
import { Connection, type NetworkHint, type Standing } from "./Connection.ts";
import { ANSWER_IN_DOUBT_MS, ANSWER_WITHIN_MS, SILENCE_MS } from "./Liveness.ts";
import { DEADLINE_MS } from "./Requests.ts";

describe("Connection", () => {
  let clock: FakeClock;
  let sockets: FakeSocket[];
  let standing: Standing;
  let confirmed: number;
  let dice: number;
  let hint: (hint: NetworkHint) => void;
  let events: string[];
  let connection: Connection;

  beforeEach(() => {
    clock = new FakeClock();
    sockets = [];
    standing = "valid";
    confirmed = 0;
    dice = 0.5;
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
      onHint: (hear) => {
        hint = hear;
        return () => undefined;
      },
      clock,
      random: () => dice,
      log: silent,
    });
  });

  function start(): void {
    connection.start({
      connected: () => events.push("connected"),
      disconnected: () => events.push("disconnected"),
      deliver: (address) => events.push(address),
      probe: async (deadlineMs) => {
        await connection.request("chat.profile.read", { accounts: [] }, deadlineMs);
      },
      sessionOver: () => events.push("sessionOver"),
    });
  }

  const socket = (): FakeSocket => {
    const last = sockets.at(-1);
    if (last === undefined) {
      throw new Error("no socket");
    }
    return last;
  };

  const ask = (): Promise<unknown> => connection.request("chat.profile.read", { accounts: ["a"] });
  const failureOf = (promise: Promise<unknown>): Promise<Failure> =>
    promise.then(
      () => expect.fail("answered"),
      (cause: unknown) => cause as Failure,
    );

  it("answersARequestByItsReplyAddress", async () => {
    start();
    socket().open();
    const reply = ask();
    expect(socket().sent[0]).toMatchObject({ type: "send", address: "chat.profile.read" });
    socket().receive({ type: "rec", address: "reply.999", body: { profiles: ["strange"] } });
    socket().reply({ profiles: [] });
    expect(await reply).toEqual({ profiles: [] });
  });

  it("readsBinaryFramesToo", () => {
    start();
    socket().open();
    expect(socket().binaryType).toBe("arraybuffer");
    socket().receive({ type: "rec", address: "conversation.x.events", body: {} }, true);
    expect(events).toEqual(["connected", "conversation.x.events"]);
  });

  it("failsARequestWithTheDeclaredCodeAndField", async () => {
    start();
    socket().open();
    const failure = failureOf(ask());
    socket().refuse("MALFORMED", "accounts");
    expect(await failure).toMatchObject({
      code: FailureCode.MALFORMED,
      field: "accounts",
      origin: "server",
    });
  });

  it("failsARequestThatNobodyAnswersInTime", async () => {
    start();
    socket().open();
    const failure = failureOf(ask());
    socket().receive({ type: "err", body: "access_denied" });
    await clock.pass(DEADLINE_MS);
    expect(await failure).toMatchObject({ code: FailureCode.UNAVAILABLE, origin: "deadline" });
  });

  it("keepsAnsweringAfterManyRequestsTimedOut", async () => {
    start();
    socket().open();
    for (let round = 0; round < 6; round += 1) {
      const failures = Array.from({ length: 100 }, () => failureOf(ask()));
      socket().receive({ type: "rec", address: "conversation.x.events", body: {} });
      await clock.pass(DEADLINE_MS);
      await Promise.all(failures);
    }
    const reply = ask();
    socket().reply({ profiles: [] });
    expect(await reply).toEqual({ profiles: [] });
  });

  it("failsAllRequestsAtOnceWhenTheConnectionIsLost", async () => {
    start();
    socket().open();
    const failure = failureOf(ask());
    socket().drop();
    expect(await failure).toMatchObject({ code: FailureCode.UNAVAILABLE, origin: "connection" });
    expect(events).toEqual(["connected", "disconnected"]);
  });

  it("refusesRequestsWhileThereIsNoConnection", async () => {
    start();
    expect(await failureOf(ask())).toMatchObject({ code: FailureCode.UNAVAILABLE });
  });

  it("refusesToSendWhenTooMuchWaitsInTheBrowser", async () => {
    start();
    socket().open();
    socket().bufferedAmount = 2_000_000;
    expect(await failureOf(ask())).toMatchObject({ code: FailureCode.UNAVAILABLE });
    expect(socket().sent).toEqual([]);
  });

  it("comesBackWithGrowingJitteredPauses", async () => {
    start();
    dice = 0.999;
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 9; attempt += 1) {
      const before = sockets.length;
      const from = clock.now();
      socket().drop();
      while (sockets.length === before) {
        await clock.pass(100);
      }
      pauses.push(Math.round((clock.now() - from) / 1_000));
    }
    expect(pauses).toEqual([1, 1, 2, 4, 8, 16, 30, 30, 30]);
    dice = 0;
    const before = sockets.length;
    socket().drop();
    await clock.pass(1);
    expect(sockets.length).toBe(before + 1);
  });

  it("beginsTheBackOffAnewAfterAGoodConnection", async () => {
    start();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      socket().drop();
      await settled();
      hint("maybeBack");
    }
    socket().drop();
    await clock.pass(250);
    expect(connection.state).toBe("waiting");
    hint("maybeBack");
    socket().open();
    await clock.pass(6_000);
    const before = sockets.length;
    socket().drop();
    await clock.pass(250);
    expect(sockets.length).toBe(before + 1);
  });

  it("triesAtOnceWhenTheNetworkMayBeBack", async () => {
    start();
    socket().drop();
    await settled();
    expect(connection.state).toBe("waiting");
    hint("maybeBack");
    expect(sockets).toHaveLength(2);
    expect(connection.state).toBe("connecting");
  });

  it("comesBackAtOnceWhenTheServerInvitesToButNotForEver", async () => {
    start();
    socket().open();
    await clock.pass(6_000);
    socket().drop(CloseCode.TOO_SLOW);
    expect(sockets).toHaveLength(2);
    socket().open();
    socket().drop(CloseCode.TOO_SLOW);
    expect(sockets).toHaveLength(2);
  });

  it("waitsWhenTheServerGoesAway", async () => {
    start();
    socket().open();
    await clock.pass(6_000);
    socket().drop(CloseCode.GOING_AWAY);
    expect(sockets).toHaveLength(1);
    expect(connection.state).toBe("waiting");
  });

  it("renewsTheSessionWhenASocketDoesNotOpen", async () => {
    standing = "renewed";
    start();
    socket().drop();
    await settled();
    expect(confirmed).toBe(1);
    expect(sockets).toHaveLength(2);
  });

  it("endsWhenTheSessionIsOver", async () => {
    start();
    socket().open();
    standing = "over";
    socket().drop(CloseCode.SESSION_OVER);
    await clock.pass(120_000);
    expect(events).toEqual(["connected", "disconnected", "sessionOver"]);
    expect(connection.state).toBe("closed");
    expect(sockets).toHaveLength(1);
  });

  it("asksForTheSessionWhenARequestSaysItIsOver", async () => {
    start();
    socket().open();
    standing = "over";
    const failure = failureOf(ask());
    socket().refuse("SIGNED_OUT");
    expect(await failure).toMatchObject({ code: FailureCode.SIGNED_OUT });
    await settled();
    expect(events).toContain("sessionOver");
  });

  it("closesASocketWhoseServerIsFrozen", async () => {
    start();
    socket().open();
    const frozen = socket();
    await clock.pass(SILENCE_MS);
    expect(frozen.sent).toHaveLength(1);
    await clock.pass(ANSWER_WITHIN_MS);
    expect(frozen.closedByClient).toBe(true);
    expect(events).toEqual(["connected", "disconnected"]);
    await clock.pass(1_000);
    expect(sockets).toHaveLength(2);
    frozen.drop();
    expect(sockets).toHaveLength(2);
  });

  it("asksForNoSignOfLifeWhileFramesArrive", async () => {
    start();
    socket().open();
    for (let turn = 0; turn < 5; turn += 1) {
      await clock.pass(SILENCE_MS - 1);
      socket().receive({ type: "rec", address: "conversation.x.events", body: {} });
    }
    expect(socket().sent).toEqual([]);
    await clock.pass(SILENCE_MS);
    expect(socket().sent).toHaveLength(1);
  });

  it("triesAtOnceWhenAskedTo", async () => {
    start();
    socket().drop();
    await settled();
    connection.retryNow();
    expect(sockets).toHaveLength(2);
    connection.retryNow();
    expect(sockets).toHaveLength(2);
  });

  it("keepsASocketWhoseServerAnswers", async () => {
    start();
    socket().open();
    for (let turn = 0; turn < 5; turn += 1) {
      await clock.pass(SILENCE_MS);
      socket().reply({ profiles: [] });
    }
    expect(sockets).toHaveLength(1);
    expect(connection.state).toBe("open");
  });

  it("asksForASignOfLifeAtOnceWhenTheNetworkMayBeGone", async () => {
    start();
    socket().open();
    hint("maybeGone");
    expect(socket().sent).toHaveLength(1);
    await clock.pass(ANSWER_IN_DOUBT_MS);
    expect(connection.state).not.toBe("open");
  });

  it("givesUpASocketThatDoesNotOpen", async () => {
    start();
    await clock.pass(11_000);
    expect(sockets[0]?.closedByClient).toBe(true);
    expect(sockets).toHaveLength(2);
  });

  it("stopsForGood", async () => {
    start();
    socket().open();
    connection.stop();
    await clock.pass(120_000);
    expect(sockets).toHaveLength(1);
    expect(connection.state).toBe("closed");
    expect(clock.planned).toBe(0);
  });
});
