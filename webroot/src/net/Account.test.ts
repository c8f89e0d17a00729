import { beforeEach, describe, expect, it } from "vitest";
import { FailureCode } from "../contract/generated.ts";
import { Account } from "./Account.ts";
import { Http } from "./Http.ts";
import { Session } from "./Session.ts";

const ME = { account: "a", username: "anna", displayName: "Anna", administrator: true };
const LISTED = { id: "s1", device: "curl", createdAt: 1, refreshedAt: 2, current: true };

describe("Account", () => {
  let asked: string[];
  let bodies: unknown[];
  let answers: Map<string, () => Response>;
  let doubts: number;
  let account: Account;

  beforeEach(() => {
    asked = [];
    bodies = [];
    doubts = 0;
    answers = new Map([["GET /api/me", () => Response.json(ME)]]);
    const http = new Http((path, init) => {
      asked.push(`${init.method ?? ""} ${path}`);
      if (typeof init.body === "string") {
        bodies.push(JSON.parse(init.body));
      }
      const answer = answers.get(`${init.method ?? ""} ${path}`);
      return Promise.resolve(answer === undefined ? problem(404, "NOT_FOUND") : answer());
    });
    const session = new Session(
      http,
      (_, task) => task(),
      () => "nonce",
    );
    account = new Account(session, "a", () => (doubts += 1));
  });

  const problem = (status: number, code: string, field?: string): Response =>
    new Response(JSON.stringify({ status, code, field }), { status });
  const nothing = (): Response => new Response(null, { status: 204 });

  it("listsWhereTheAccountIsSignedIn", async () => {
    answers.set("GET /api/sessions", () => Response.json({ sessions: [LISTED] }));
    expect(await account.devices()).toEqual([
      { id: "s1", agent: "curl", signedInAt: 1, seenAt: 2, current: true },
    ]);
    for (const odd of [{}, { sessions: [{ ...LISTED, id: 7 }] }]) {
      answers.set("GET /api/sessions", () => Response.json(odd));
      await expect(account.devices()).rejects.toMatchObject({ code: FailureCode.UNAVAILABLE });
    }
  });

  it("countsADeviceThatIsGoneAsSignedOut", async () => {
    answers.set("DELETE /api/sessions/s%2F1", nothing);
    await account.endDevice("s/1");
    expect(asked.at(-1)).toBe("DELETE /api/sessions/s%2F1");
    await account.endDevice("gone");
    answers.set("DELETE /api/sessions/s2", () => problem(503, "UNAVAILABLE"));
    await expect(account.endDevice("s2")).rejects.toMatchObject({ duty: "retry" });
  });

  it("sendsPasswordSecretAndWishesAsTheServerReadsThem", async () => {
    answers.set("PUT /api/me/password", nothing);
    answers.set("POST /api/administrators/claim", nothing);
    answers.set("POST /api/invites", () =>
      Response.json({ code: "c", uses: 2, expiresAt: 3 }, { status: 201 }),
    );
    await account.changePassword("old", "new");
    await account.claim("secret");
    expect(await account.invite(2, 24)).toEqual({ code: "c", uses: 2, expiresAt: 3 });
    expect(bodies).toEqual([
      { current: "old", next: "new" },
      { secret: "secret" },
      { uses: 2, expiresInHours: 24 },
    ]);
    expect(await account.isAdministrator()).toBe(true);
    answers.set("POST /api/invites", () => Response.json({ code: "c" }));
    await expect(account.invite(1, 1)).rejects.toMatchObject({ code: FailureCode.UNAVAILABLE });
  });

  it("setsThePictureOfAConversationByItsPath", async () => {
    const conversation = { conversation: "c/1", avatar: "hash" };
    answers.set("PUT /api/conversations/c%2F1/avatar", () => Response.json({ conversation }));
    answers.set("DELETE /api/conversations/c%2F1/avatar", () =>
      Response.json({ conversation: { conversation: "c/1" } }),
    );
    expect(await account.changePictureOf("c/1", new Blob(["png"]))).toEqual(conversation);
    expect(await account.removePictureOf("c/1")).toEqual({ conversation: "c/1" });
    answers.set("DELETE /api/conversations/c2/avatar", () => problem(403, "FORBIDDEN"));
    await expect(account.removePictureOf("c2")).rejects.toMatchObject({
      code: FailureCode.FORBIDDEN,
    });
  });

  it("takesAWrongPasswordForNothingElse", async () => {
    answers.set("PUT /api/me/password", () => problem(403, "WRONG_CREDENTIALS"));
    await expect(account.changePassword("x", "y")).rejects.toMatchObject({
      code: FailureCode.WRONG_CREDENTIALS,
    });
    expect(doubts).toBe(0);
  });

  it("doesNothingToTheAccountOfSomebodyElse", async () => {
    answers.set("PUT /api/me/password", nothing);
    answers.set("GET /api/me", () => Response.json({ ...ME, account: "b" }));
    await expect(account.changePassword("x", "y")).rejects.toMatchObject({ duty: "signIn" });
    expect(asked).toEqual(["GET /api/me"]);
    expect(doubts).toBe(1);
  });

  it("tellsThatTheSessionIsOver", async () => {
    answers.set("GET /api/me", () => problem(401, "SESSION_EXPIRED"));
    answers.set("POST /api/sessions/refresh", () => problem(401, "SIGNED_OUT"));
    await expect(account.devices()).rejects.toMatchObject({ duty: "signIn" });
    expect(doubts).toBe(1);
  });
});
