import type { ConversationId, ConversationSummary, Profile } from "../contract/generated.ts";
import type {
  AccountPort,
  Device,
  Invite,
  OwnEmail,
  ResetLink,
  SignUpPolicy,
} from "../model/account.ts";
import { profile, refusal, summary } from "./samples.ts";

/** An account whose password, devices and rank a test decides. */
export class FakeAccount implements AccountPort {
  password = "old password";
  administrator = false;
  address: string | undefined;
  /** Whether the address is confirmed. */
  confirmed = false;
  /** Whether the server sends mail. */
  mail = true;
  deleted = false;
  /** The profile after a change of the picture. */
  picture: Profile = profile("me");
  /** The conversation after a change of its picture. */
  pictured: ConversationSummary = summary();
  policy: SignUpPolicy | undefined = "invite";
  /** The secret that makes administrator; undefined if there is one already. */
  secret: string | undefined;
  listed: readonly Device[] = [device("here", { current: true })];
  /** While it is set, every question fails with it. */
  failure: Error | undefined;
  /** While it is set, no question is answered before it is kept. */
  pause: Promise<void> | undefined;
  readonly asked: string[] = [];

  devices(): Promise<readonly Device[]> {
    const known = this.listed;
    return this.#answer("devices", () => known);
  }

  endDevice(id: string): Promise<void> {
    return this.#answer(`end ${id}`, () => {
      this.listed = this.listed.filter((each) => each.id !== id);
    });
  }

  changePassword(current: string, next: string): Promise<void> {
    return this.#answer("password", () => {
      if (next.length < 8) {
        throw refusal("MALFORMED", "next");
      }
      if (current !== this.password) {
        throw refusal("WRONG_CREDENTIALS");
      }
      this.password = next;
      this.listed = this.listed.filter((each) => each.current);
    });
  }

  isAdministrator(): Promise<boolean> {
    return this.#answer("administrator", () => this.administrator);
  }

  signUpPolicy(): Promise<SignUpPolicy | undefined> {
    return this.#answer("policy", () => this.policy);
  }

  claim(secret: string): Promise<void> {
    return this.#answer("claim", () => {
      if (secret !== this.secret) {
        throw refusal("FORBIDDEN");
      }
      this.secret = undefined;
    });
  }

  invite(uses: number, expiresInHours: number): Promise<Invite> {
    return this.#answer(`invite ${uses} ${expiresInHours}`, () => ({
      code: "code",
      uses,
      expiresAt: expiresInHours,
    }));
  }

  resetFor(username: string): Promise<ResetLink> {
    return this.#answer(`reset ${username}`, () => ({ secret: "secret", expiresAt: 1 }));
  }

  email(): Promise<OwnEmail> {
    return this.#answer("email", () => this.#email());
  }

  changeEmail(password: string, email: string | undefined): Promise<OwnEmail> {
    return this.#answer("change email", () => {
      this.#check(password);
      this.confirmed &&= email === this.address;
      this.address = email;
      return this.#email();
    });
  }

  #email(): OwnEmail {
    return { email: this.address, confirmed: this.confirmed, mail: this.mail };
  }

  changePicture(picture: Blob): Promise<Profile> {
    return this.#answer(`picture ${picture.type}`, () => this.picture);
  }

  removePicture(): Promise<Profile> {
    return this.#answer("no picture", () => this.picture);
  }

  changePictureOf(conversation: ConversationId, picture: Blob): Promise<ConversationSummary> {
    return this.#answer(`picture of ${conversation} ${picture.type}`, () => this.pictured);
  }

  removePictureOf(conversation: ConversationId): Promise<ConversationSummary> {
    return this.#answer(`no picture of ${conversation}`, () => this.pictured);
  }

  deleteAccount(password: string): Promise<void> {
    return this.#answer("delete", () => {
      this.#check(password);
      this.deleted = true;
    });
  }

  renew(): Promise<void> {
    return this.#answer("renew", () => undefined);
  }

  #check(password: string): void {
    if (password !== this.password) {
      throw refusal("WRONG_CREDENTIALS");
    }
  }

  async #answer<T>(question: string, answer: () => T): Promise<T> {
    this.asked.push(question);
    await this.pause;
    if (this.failure !== undefined) {
      throw this.failure;
    }
    return answer();
  }
}

export function device(id: string, more: Partial<Device> = {}): Device {
  return { id, agent: "", signedInAt: 1, seenAt: 1, current: false, ...more };
}
