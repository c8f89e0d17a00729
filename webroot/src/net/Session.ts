import type { UserId } from "../contract/generated.ts";
import type { Me, SignUpPolicy } from "../model/account.ts";
import { Failure } from "../model/Failure.ts";
import type { NewId } from "../model/ports.ts";
import type { Standing } from "./Connection.ts";
import type { Http, Method } from "./Http.ts";

/** Runs a task while no other page of this browser runs one of that name. */
export type Exclusively = <T>(name: string, task: () => Promise<T>) => Promise<T>;

export type Credentials = { readonly username: string; readonly password: string };
export type NewAccount = Credentials & {
  readonly displayName?: string;
  /** The code of an invitation. */
  readonly invite?: string;
};

const POLICIES: readonly SignUpPolicy[] = ["open", "invite", "closed"];

/** The lock under which the pages of one browser renew their shared session. */
export const REFRESH_LOCK = "parley-refresh";

/**
 * The session of this browser. Its tokens live in cookies that no script can read; an access token
 * that has run out is renewed once for all requests that noticed.
 */
export class Session {
  #renewing: Promise<void> | undefined;
  /** Grows at log-out, so that nothing of the former session is repeated. */
  #era = 0;
  #renewals = 0;
  /** Settles when the log-out under way is over, however it went. */
  #leaving: Promise<void> = Promise.resolve();

  constructor(
    private readonly http: Http,
    private readonly exclusively: Exclusively,
    private readonly newNonce: NewId,
  ) {}

  /** Undefined if the server has a policy that this release does not know. */
  async signUpPolicy(): Promise<SignUpPolicy | undefined> {
    const told = (await this.http.ask("GET", "/api/sign-up")) as { readonly policy?: unknown };
    return POLICIES.find((policy) => policy === told.policy);
  }

  async signUp(account: NewAccount): Promise<Me> {
    await this.http.ask("POST", "/api/accounts", account);
    return this.me();
  }

  async logIn(credentials: Credentials): Promise<Me> {
    await this.http.ask("POST", "/api/sessions", credentials);
    return this.me();
  }

  /** Asks for a link for a forgotten password; answered alike whether there is an account. */
  async askReset(login: string): Promise<void> {
    await this.http.ask("POST", "/api/password-resets", { login });
  }

  /** Sets a password by the secret of such a link. FORBIDDEN: it is not, or no longer, good. */
  async useReset(secret: string, password: string): Promise<void> {
    await this.http.ask("POST", "/api/password-resets/use", { secret, password });
  }

  /** Confirms an e-mail address by the secret that was sent to it. FORBIDDEN as above. */
  async confirmEmail(secret: string): Promise<void> {
    await this.http.ask("POST", "/api/email-confirmations", { secret });
  }

  /** Who is signed in; fails with the duty to sign in if nobody is. */
  async me(): Promise<Me> {
    return meOf(await this.ask("GET", "/api/me"));
  }

  /** Asks in the name of whoever is signed in, after renewing the session if that was needed. */
  ask(method: Method, path: string, body?: unknown): Promise<unknown> {
    return this.#renewed(() => this.http.ask(method, path, body));
  }

  /**
   * Ends the session on the server; one that is over already counts as ended. What else was asked
   * in its name is given up.
   */
  logOut(): Promise<void> {
    const left = this.#logOut();
    this.#leaving = left.catch(() => undefined);
    return left;
  }

  /**
   * Whether the session of an account stands, after renewing it if that was needed. It is over, too,
   * if another page of this browser signed in as somebody else. The socket may be closed before the
   * answer to a log-out is here, so one that is under way is waited for.
   */
  async confirm(account: UserId): Promise<Standing> {
    const era = this.#era;
    await this.#leaving;
    if (era !== this.#era) {
      return "over";
    }
    try {
      const renewed = this.#renewals;
      const me = await this.me();
      if (me.account !== account) {
        return "over";
      }
      return renewed === this.#renewals ? "valid" : "renewed";
    } catch (cause) {
      return Failure.from(cause).duty === "signIn" ? "over" : "unreachable";
    }
  }

  async #logOut(): Promise<void> {
    try {
      await this.ask("DELETE", "/api/sessions/current");
    } catch (cause) {
      if (Failure.from(cause).duty !== "signIn") {
        throw cause;
      }
    }
    this.#era += 1;
    this.http.abort();
  }

  async #renewed(ask: () => Promise<unknown>): Promise<unknown> {
    try {
      return await ask();
    } catch (cause) {
      if (Failure.from(cause).duty !== "signIn") {
        throw cause;
      }
    }
    await this.#renew();
    return ask();
  }

  #renew(): Promise<void> {
    this.#renewing ??= this.exclusively(REFRESH_LOCK, () => this.#refresh()).finally(() => {
      this.#renewing = undefined;
      this.#renewals += 1;
    });
    return this.#renewing;
  }

  /** Repeats once under the same nonce if the answer was lost, which yields the same successor. */
  async #refresh(): Promise<void> {
    const nonce = this.newNonce();
    const era = this.#era;
    try {
      await this.http.ask("POST", "/api/sessions/refresh", { nonce });
    } catch (cause) {
      if (Failure.from(cause).origin !== "connection" || era !== this.#era) {
        throw cause;
      }
      await this.http.ask("POST", "/api/sessions/refresh", { nonce });
    }
  }
}

function meOf(json: unknown): Me {
  const me = json as Partial<Me> | null | undefined;
  if (
    typeof me?.account !== "string" ||
    typeof me.username !== "string" ||
    typeof me.displayName !== "string"
  ) {
    throw Failure.unavailable("server");
  }
  return { account: me.account, username: me.username, displayName: me.displayName };
}
