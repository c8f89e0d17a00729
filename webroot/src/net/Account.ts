import {
  type AttributesChanged,
  type ConversationId,
  type ConversationSummary,
  FailureCode,
  type Profile,
  type UserId,
} from "../contract/generated.ts";
import type {
  AccountPort,
  Device,
  Invite,
  OwnEmail,
  ResetLink,
  SignUpPolicy,
} from "../model/account.ts";
import { Failure } from "../model/Failure.ts";
import type { Session } from "./Session.ts";

/**
 * One account over HTTP. The cookies belong to the whole browser, so each question first asks who
 * they speak for, and nothing is done if it is another account. Between that question and the next
 * somebody else may still sign in.
 */
export class Account implements AccountPort {
  constructor(
    private readonly session: Session,
    private readonly mine: UserId,
    /** Hears that the session is over, or somebody else's. */
    private readonly notMine: () => void,
  ) {}

  devices(): Promise<readonly Device[]> {
    return this.#asMyself(async () => devicesOf(await this.session.ask("GET", "/api/sessions")));
  }

  endDevice(id: string): Promise<void> {
    return this.#asMyself(async () => {
      try {
        await this.session.ask("DELETE", `/api/sessions/${encodeURIComponent(id)}`);
      } catch (cause) {
        if (!Failure.from(cause).is("NOT_FOUND")) {
          throw cause;
        }
      }
    });
  }

  changePassword(current: string, next: string): Promise<void> {
    return this.#asMyself(async () => {
      await this.session.ask("PUT", "/api/me/password", { current, next });
    });
  }

  isAdministrator(): Promise<boolean> {
    return this.#asMyself(({ administrator }) => Promise.resolve(administrator === true));
  }

  signUpPolicy(): Promise<SignUpPolicy | undefined> {
    return this.session.signUpPolicy();
  }

  claim(secret: string): Promise<void> {
    return this.#asMyself(async () => {
      await this.session.ask("POST", "/api/administrators/claim", { secret });
    });
  }

  invite(uses: number, expiresInHours: number): Promise<Invite> {
    const wanted = { uses, expiresInHours };
    return this.#asMyself(async () =>
      inviteOf(await this.session.ask("POST", "/api/invites", wanted)),
    );
  }

  resetFor(username: string): Promise<ResetLink> {
    return this.#asMyself(async () =>
      resetOf(await this.session.ask("POST", "/api/administration/password-resets", { username })),
    );
  }

  email(): Promise<OwnEmail> {
    return this.#asMyself(async () => emailOf(await this.session.ask("GET", "/api/me/email")));
  }

  changeEmail(password: string, email: string | undefined): Promise<OwnEmail> {
    const wanted = { password, ...(email === undefined ? {} : { email }) };
    return this.#asMyself(async () =>
      emailOf(await this.session.ask("PUT", "/api/me/email", wanted)),
    );
  }

  changePicture(picture: Blob): Promise<Profile> {
    return this.#asMyself(async () => (await this.session.ask("PUT", AVATAR, picture)) as Profile);
  }

  removePicture(): Promise<Profile> {
    return this.#asMyself(async () => (await this.session.ask("DELETE", AVATAR)) as Profile);
  }

  changePictureOf(conversation: ConversationId, picture: Blob): Promise<ConversationSummary> {
    return this.#asMyself(async () =>
      conversationOf(await this.session.ask("PUT", avatarOf(conversation), picture)),
    );
  }

  removePictureOf(conversation: ConversationId): Promise<ConversationSummary> {
    return this.#asMyself(async () =>
      conversationOf(await this.session.ask("DELETE", avatarOf(conversation))),
    );
  }

  deleteAccount(password: string): Promise<void> {
    return this.#asMyself(async () => {
      await this.session.ask("POST", "/api/account/deletion", { password });
    });
  }

  renew(): Promise<void> {
    return this.#asMyself(() => Promise.resolve());
  }

  async #asMyself<T>(ask: (me: Me) => Promise<T>): Promise<T> {
    try {
      const me = (await this.session.ask("GET", "/api/me")) as Me | undefined;
      if (me?.account !== this.mine) {
        throw new Failure(FailureCode.SIGNED_OUT);
      }
      return await ask(me);
    } catch (cause) {
      const failure = Failure.from(cause);
      if (failure.duty === "signIn") {
        this.notMine();
      }
      throw failure;
    }
  }
}

const AVATAR = "/api/avatar";

function avatarOf(conversation: ConversationId): string {
  return `/api/conversations/${encodeURIComponent(conversation)}/avatar`;
}

function conversationOf(json: unknown): ConversationSummary {
  return (json as AttributesChanged).conversation;
}

type Me = { readonly account?: unknown; readonly administrator?: unknown };

function devicesOf(json: unknown): readonly Device[] {
  const { sessions } = json as { readonly sessions?: unknown };
  if (!Array.isArray(sessions)) {
    throw Failure.unavailable("server");
  }
  return sessions.map(deviceOf);
}

function deviceOf(json: unknown): Device {
  const { id, device, createdAt, refreshedAt, current } = json as Readonly<Record<string, unknown>>;
  if (
    typeof id !== "string" ||
    typeof device !== "string" ||
    typeof createdAt !== "number" ||
    typeof refreshedAt !== "number"
  ) {
    throw Failure.unavailable("server");
  }
  const agent = device;
  return { id, agent, signedInAt: createdAt, seenAt: refreshedAt, current: current === true };
}

function emailOf(json: unknown): OwnEmail {
  const { email, confirmed, mail } = json as Partial<OwnEmail>;
  return { email, confirmed: confirmed === true, mail: mail === true };
}

function resetOf(json: unknown): ResetLink {
  const { secret, expiresAt } = json as Readonly<Record<string, unknown>>;
  if (typeof secret !== "string" || typeof expiresAt !== "number") {
    throw Failure.unavailable("server");
  }
  return { secret, expiresAt };
}

function inviteOf(json: unknown): Invite {
  const { code, uses, expiresAt } = json as Readonly<Record<string, unknown>>;
  if (typeof code !== "string" || typeof uses !== "number" || typeof expiresAt !== "number") {
    throw Failure.unavailable("server");
  }
  return { code, uses, expiresAt };
}
