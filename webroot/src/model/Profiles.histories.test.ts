import { describe, expect, it } from "vitest";
import { profileChanges, type Profile, type UserId } from "../contract/generated.ts";
import { FakeBus } from "../testing/FakeBus.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { refusal, seeded } from "../testing/samples.ts";
import { People } from "./People.ts";

const STEPS = 150;
const ACCOUNTS = ["ada", "bo", "cy", "di", "ed", "flo"];
const NAMES = ["Ada", "Countess", "A.", "Augusta"];

/** Accounts whose profiles change; what it answers and tells arrives later, twice or never. */
class Server {
  readonly profiles = new Map<UserId, Profile>();
  readonly late: (() => void)[] = [];

  constructor(private readonly random: () => number) {
    ACCOUNTS.forEach((account) => this.#set(account, 1));
  }

  pick<T>(all: readonly T[]): T {
    return all[Math.floor(this.random() * all.length)] as T;
  }

  change(): Profile {
    const account = this.pick(ACCOUNTS);
    return this.#set(account, this.profile(account).version + 1);
  }

  profile(account: UserId): Profile {
    return this.profiles.get(account) ?? expect.fail(account);
  }

  /** As of now. */
  read(accounts: readonly UserId[]): Promise<{ profiles: readonly Profile[] }> {
    return this.#answer(accounts.map((account) => this.profile(account)));
  }

  /** Those that are newer now than what the page knows. */
  refresh(
    known: readonly { account: UserId; version: number }[],
  ): Promise<{ profiles: readonly Profile[] }> {
    return this.#answer(
      known
        .filter(({ account, version }) => this.profile(account).version > version)
        .map(({ account }) => this.profile(account)),
    );
  }

  #answer(profiles: readonly Profile[]): Promise<{ profiles: readonly Profile[] }> {
    return new Promise((resolve, reject) => {
      this.late.push(() =>
        this.random() < 0.2 ? reject(refusal("UNAVAILABLE")) : resolve({ profiles }),
      );
    });
  }

  #set(account: UserId, version: number): Profile {
    const gone = version > 1 && this.random() < 0.1;
    const profile: Profile = gone
      ? { account, version, deleted: true }
      : { account, version, displayName: this.pick(NAMES), username: account, deleted: false };
    this.profiles.set(account, profile);
    return profile;
  }
}

describe("Profiles in random histories", () => {
  it.each([...Array.from({ length: 40 }, (_, nr) => nr + 1), Date.now()])(
    "areWhatAFreshReaderReads, seed %i",
    async (seed) => {
      const random = seeded(seed);
      const clock = new FakeClock();
      const bus = new FakeBus();
      const server = new Server(random);
      const people = new People(bus, clock, random);
      bus.answer("chat.profile.read", ({ accounts }) => server.read(accounts));
      bus.answer("chat.profile.refresh", ({ known }) => server.refresh(known));
      const versions = new Map<UserId, number>();
      const told: Profile[] = [];
      const socket = { open: false };
      const comeOrGo = (): void => {
        socket.open = !socket.open;
        if (socket.open) {
          people.connected();
        } else {
          people.disconnected();
        }
      };
      /** Nobody becomes older than they were known before. */
      const look = (): void => {
        for (const { account, version } of people.latest(ACCOUNTS.length)) {
          expect(version).toBeGreaterThanOrEqual(versions.get(account) ?? 0);
          versions.set(account, version);
        }
      };
      for (let step = 0; step < STEPS; step += 1) {
        const choice = random();
        if (choice < 0.3) {
          told.push(server.change());
        } else if (choice < 0.5 && socket.open && told.length > 0) {
          // Not in order, and some twice: what was told stays among what may arrive.
          const profile = server.pick(told);
          people.deliver(profileChanges(profile.account), profile);
        } else if (choice < 0.6) {
          people.find(server.pick(ACCOUNTS));
        } else if (choice < 0.8) {
          server.late.splice(Math.floor(random() * server.late.length), 1).forEach((go) => go());
        } else if (choice < 0.9) {
          await clock.pass(3_000);
        } else {
          comeOrGo();
        }
        await settled();
        look();
      }
      if (socket.open) {
        comeOrGo();
      }
      comeOrGo();
      const known = (): readonly unknown[] => ACCOUNTS.map((account) => people.find(account));
      const fresh = (): readonly unknown[] => ACCOUNTS.map((account) => server.profile(account));
      for (
        let turn = 0;
        turn < 200 && JSON.stringify(known()) !== JSON.stringify(fresh());
        turn += 1
      ) {
        await clock.pass(20_000);
        server.late.splice(0).forEach((answer) => answer());
        await settled();
        look();
      }
      expect(known()).toEqual(fresh());
      told.forEach((profile) => people.deliver(profileChanges(profile.account), profile));
      expect(known()).toEqual(fresh());
    },
  );
});
