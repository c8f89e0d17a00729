import { beforeEach, describe, expect, it } from "vitest";
import { FailureCode } from "../contract/generated.ts";
import { settled } from "../testing/FakeClock.ts";
import { counting } from "../testing/samples.ts";
import { Http } from "./Http.ts";
import { REFRESH_LOCK, Session } from "./Session.ts";

const PROFILE = { account: "a", username: "anna", displayName: "Anna" };

describe("Session", () => {
  let asked: string[];
  let bodies: unknown[];
  let locks: string[];
  let answers: Map<string, () => Response | Promise<Response>>;
  let session: Session;

  beforeEach(() => {
    asked = [];
    bodies = [];
    locks = [];
    answers = new Map();
    const http = new Http(async (path, init) => {
      asked.push(`${init.method ?? ""} ${path}`);
      bodies.push(typeof init.body === "string" ? JSON.parse(init.body) : undefined);
      const answer = answers.get(`${init.method ?? ""} ${path}`);
      const response = answer === undefined ? problem(404, "NOT_FOUND") : answer();
      return Promise.race([response, whenAborted(init.signal)]);
    });
    session = new Session(
      http,
      (name, task) => {
        locks.push(name);
        return task();
      },
      counting("nonce-"),
    );
  });

  function problem(status: number, code: string, more: object = {}, headers = {}): Response {
    return new Response(JSON.stringify({ type: "t", title: "t", status, code, ...more }), {
      status,
      headers,
    });
  }

  /** As `fetch` does: fails once the signal is given. */
  const whenAborted = (signal: AbortSignal | null | undefined): Promise<never> =>
    new Promise((_, reject) => {
      signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
    });

  const expired = (): Response => problem(401, "SESSION_EXPIRED");
  const count = (what: string): number => asked.filter((each) => each === what).length;

  it("tellsWhoIsSignedIn", async () => {
    answers.set("GET /api/me", () => Response.json(PROFILE));
    expect(await session.me()).toEqual(PROFILE);
  });

  it("tellsWhoMaySignUp", async () => {
    answers.set("GET /api/sign-up", () => Response.json({ policy: "invite" }));
    expect(await session.signUpPolicy()).toBe("invite");
    answers.set("GET /api/sign-up", () => Response.json({ policy: "by lot" }));
    expect(await session.signUpPolicy()).toBeUndefined();
  });

  it("asksForNoSessionThatItIsJustEnding", async () => {
    let end: () => void = () => undefined;
    answers.set(
      "DELETE /api/sessions/current",
      () =>
        new Promise<Response>((resolve) => {
          end = () => resolve(new Response(null, { status: 204 }));
        }),
    );
    const loggedOut = session.logOut();
    const standing = session.confirm("a");
    await settled();
    end();
    await loggedOut;
    expect(await standing).toBe("over");
    expect(asked).toEqual(["DELETE /api/sessions/current"]);
  });

  it("asksForASessionThatCouldNotBeEnded", async () => {
    answers.set("DELETE /api/sessions/current", () => problem(503, "UNAVAILABLE"));
    answers.set("GET /api/me", () => Response.json(PROFILE));
    const loggedOut = session.logOut();
    const standing = session.confirm("a");
    await expect(loggedOut).rejects.toMatchObject({ code: FailureCode.UNAVAILABLE });
    expect(await standing).toBe("valid");
  });

  it("renewsOnceForAllThatNoticeAndAsksAgain", async () => {
    let fresh = false;
    let finish: () => void = () => undefined;
    answers.set("GET /api/me", () => (fresh ? Response.json(PROFILE) : expired()));
    answers.set(
      "POST /api/sessions/refresh",
      () =>
        new Promise<Response>((resolve) => {
          finish = () => {
            fresh = true;
            resolve(new Response(null, { status: 204 }));
          };
        }),
    );
    const both = Promise.all([session.me(), session.me()]);
    await settled();
    await settled();
    finish();
    expect(await both).toEqual([PROFILE, PROFILE]);
    expect(count("POST /api/sessions/refresh")).toBe(1);
    expect(locks).toEqual([REFRESH_LOCK]);
  });

  it("repeatsALostRenewalUnderTheSameNonce", async () => {
    let fresh = false;
    answers.set("GET /api/me", () => (fresh ? Response.json(PROFILE) : expired()));
    answers.set("POST /api/sessions/refresh", () => {
      if (count("POST /api/sessions/refresh") === 1) {
        return Promise.reject(new TypeError("network"));
      }
      fresh = true;
      return new Response(null, { status: 204 });
    });
    await session.me();
    const nonces = bodies.filter((body) => body !== undefined);
    expect(nonces).toEqual([{ nonce: "nonce-1" }, { nonce: "nonce-1" }]);
  });

  it("asksForSigningInWhenRenewingIsRefused", async () => {
    answers.set("GET /api/me", expired);
    answers.set("POST /api/sessions/refresh", () => problem(401, "SIGNED_OUT"));
    await expect(session.me()).rejects.toMatchObject({ duty: "signIn" });
    expect(await session.confirm("a")).toBe("over");
  });

  it("countsTheSessionOfSomebodyElseAsOver", async () => {
    answers.set("GET /api/me", () => Response.json(PROFILE));
    expect(await session.confirm("b")).toBe("over");
    expect(count("POST /api/sessions/refresh")).toBe(0);
  });

  it("givesUpAtLogOutWhatElseWasAsked", async () => {
    answers.set("DELETE /api/sessions/current", () => new Response(null, { status: 204 }));
    answers.set("GET /api/me", expired);
    answers.set("POST /api/sessions/refresh", () => new Promise<Response>(() => undefined));
    const me = session.me();
    await settled();
    await session.logOut();
    await expect(me).rejects.toMatchObject({ origin: "connection" });
    expect(count("POST /api/sessions/refresh")).toBe(1);
    answers.set("POST /api/sessions", () => new Response(null, { status: 204 }));
    answers.set("GET /api/me", () => Response.json(PROFILE));
    expect(await session.logIn({ username: "anna", password: "x" })).toEqual(PROFILE);
  });

  it("knowsAValidARenewedAndAnUnreachableSession", async () => {
    answers.set("GET /api/me", () => Response.json(PROFILE));
    expect(await session.confirm("a")).toBe("valid");
    answers.set("GET /api/me", expired);
    answers.set("POST /api/sessions/refresh", () => {
      answers.set("GET /api/me", () => Response.json(PROFILE));
      return new Response(null, { status: 204 });
    });
    expect(await session.confirm("a")).toBe("renewed");
    answers.set("GET /api/me", () => Promise.reject(new TypeError("network")));
    expect(await session.confirm("a")).toBe("unreachable");
  });

  it("turnsProblemDocumentsIntoFailures", async () => {
    answers.set("POST /api/accounts", () => problem(422, "MALFORMED", { field: "password" }));
    const account = { username: "anna", password: "x" };
    await expect(session.signUp(account)).rejects.toMatchObject({
      code: FailureCode.MALFORMED,
      field: "password",
    });
    answers.set("POST /api/sessions", () => problem(401, "WRONG_CREDENTIALS"));
    await expect(session.logIn(account)).rejects.toMatchObject({
      code: FailureCode.WRONG_CREDENTIALS,
      duty: "show",
    });
    answers.set("POST /api/sessions", () =>
      problem(429, "RATE_LIMITED", {}, { "Retry-After": "7" }),
    );
    await expect(session.logIn(account)).rejects.toMatchObject({
      code: FailureCode.RATE_LIMITED,
      retryAfter: 7,
    });
    answers.set("POST /api/sessions", () => new Response("<html>", { status: 503 }));
    await expect(session.logIn(account)).rejects.toMatchObject({ code: FailureCode.UNAVAILABLE });
    expect(count("POST /api/sessions/refresh")).toBe(0);
  });

  it("countsASessionThatIsOverAsLoggedOut", async () => {
    answers.set("DELETE /api/sessions/current", expired);
    answers.set("POST /api/sessions/refresh", () => problem(401, "SIGNED_OUT"));
    await session.logOut();
    answers.set("DELETE /api/sessions/current", () => Promise.reject(new TypeError("network")));
    await expect(session.logOut()).rejects.toMatchObject({ code: FailureCode.UNAVAILABLE });
  });
});
