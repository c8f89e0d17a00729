import {
  LIMITS,
  profileChanges,
  type Profile,
  type Status,
  type UserId,
} from "../contract/generated.ts";
import { backoff } from "./backoff.ts";
import { Changes } from "./Changes.ts";
import type { Conversation } from "./Conversations.ts";
import { Freshening } from "./Freshening.ts";
import type { BusPort, Cancel, Clock, Random } from "./ports.ts";

/** How long names are collected before they are asked for together, in milliseconds. */
const GATHER_MS = 20;
/** The most names kept; the one that was learned first goes first. */
const MAX_KNOWN = 5_000;
/** Browsers can wait no longer, in milliseconds. */
const LONGEST_TIMER_MS = 2 ** 31;
/** How many ends of statuses are waited for; those that were learned first are given up. */
const MAX_EXPIRIES = 500;
/** How many of those learned last are asked for again after the connection was away. */
const MAX_REFRESHED = 1_000;
/** The most names awaited; further ones are asked for when they are shown again. */
const MAX_WANTED = 1_000;

/**
 * Who accounts are. Profiles are asked for in batches when they are first wanted, those that are
 * known again on every new connection, and when somebody begins to be watched: of those the server
 * tells in between.
 */
export class People {
  readonly changes = new Changes();
  readonly #known = new Map<UserId, Profile>();
  readonly #wanted = new Set<UserId>();
  readonly #nobody = new Set<UserId>();
  readonly #freshening: Freshening;
  #connected = false;
  #asking = false;
  #timer: Cancel | undefined;
  readonly #expiries: Cancel[] = [];
  #attempt = 0;

  constructor(
    private readonly bus: BusPort,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {
    this.#freshening = new Freshening(bus, clock, this.#known, (profile) => this.put(profile));
  }

  /** The profile if it is known; otherwise it is asked for, and `changes` tells when it is there. */
  find(id: UserId): Profile | undefined {
    const profile = this.#known.get(id);
    if (profile === undefined && !this.#nobody.has(id) && this.#wanted.size < MAX_WANTED) {
      this.#wanted.add(id);
      this.#plan(GATHER_MS);
    }
    return profile;
  }

  /** What a conversation is called; empty where that is not known. */
  nameOf(conversation: Conversation | undefined, me: UserId): string {
    const other = conversation?.between?.find((account) => account !== me);
    return other === undefined ? (conversation?.name ?? "") : (this.find(other)?.displayName ?? "");
  }

  /** Those who were learned last. */
  latest(count: number): readonly Profile[] {
    return [...this.#known.values()].slice(-count);
  }

  /** Milliseconds since 1970: some of what people say about themselves ends. */
  get now(): number {
    return this.clock.now();
  }

  /** Keeps a profile, unless a newer one is known. */
  put(profile: Profile): void {
    const known = this.#known.get(profile.account);
    if (known !== undefined && known.version >= profile.version) {
      return;
    }
    this.#known.set(profile.account, profile);
    const oldest = this.#known.keys().next();
    if (this.#known.size > MAX_KNOWN && oldest.done !== true) {
      this.#known.delete(oldest.value);
    }
    this.#expire(profile);
    this.changes.emit();
  }

  /** Tells when a status is over: nobody else does. */
  #expire({ status }: Profile): void {
    const ms = (status?.endsAt ?? 0) - this.clock.now();
    if (ms > 0 && ms < LONGEST_TIMER_MS) {
      this.#expiries.push(this.clock.schedule(ms, () => this.changes.emit()));
      if (this.#expiries.length > MAX_EXPIRIES) {
        this.#expiries.shift()?.();
      }
    }
  }

  /** Changes how I am seen; what is absent is taken away. */
  async changeMine(displayName: string, status: Status | undefined): Promise<void> {
    const request = { displayName, ...(status === undefined ? {} : { status }) };
    this.put(await this.bus.request("chat.profile.change", request));
  }

  /** An event arrived under an address; false if it is none about a profile. */
  deliver(address: string, body: unknown): boolean {
    const profile = body as Partial<Profile> | null | undefined;
    if (typeof profile?.account !== "string" || address !== profileChanges(profile.account)) {
      return false;
    }
    if (typeof profile.version === "number") {
      this.put(profile as Profile);
    }
    return true;
  }

  /** From now on the server tells of these; what changed before it did is asked for. */
  watched(accounts: readonly UserId[]): void {
    if (this.#connected) {
      void this.#freshening.ask(accounts);
    }
  }

  connected(): void {
    this.#connected = true;
    this.#attempt = 0;
    this.#plan(GATHER_MS);
    this.#freshening.reset();
    const known = this.latest(MAX_REFRESHED).map(({ account }) => account);
    void this.#freshening.ask(known.reverse());
  }

  disconnected(): void {
    this.#connected = false;
    this.#freshening.reset();
    this.#timer?.();
    this.#timer = undefined;
  }

  /** Ends it and forgets everybody. */
  dispose(): void {
    this.disconnected();
    this.#expiries.splice(0).forEach((cancel) => cancel());
    this.#known.clear();
    this.#wanted.clear();
    this.#nobody.clear();
  }

  #answered(accounts: readonly UserId[], profiles: readonly Profile[]): void {
    if (this.#nobody.size > MAX_KNOWN) {
      this.#nobody.clear();
    }
    for (const account of accounts) {
      this.#wanted.delete(account);
      this.#nobody.add(account);
    }
    for (const profile of profiles) {
      this.#nobody.delete(profile.account);
      this.put(profile);
    }
  }

  #plan(ms: number): void {
    const idle = this.#timer === undefined && !this.#asking;
    if (idle && this.#connected && this.#wanted.size > 0) {
      this.#timer = this.clock.schedule(ms, () => {
        this.#timer = undefined;
        void this.#ask();
      });
    }
  }

  async #ask(): Promise<void> {
    this.#asking = true;
    const accounts = [...this.#wanted].slice(0, LIMITS.ReadProfiles.MAX);
    let pause = GATHER_MS;
    try {
      const { profiles } = await this.bus.request("chat.profile.read", { accounts });
      this.#attempt = 0;
      this.#answered(accounts, profiles);
    } catch {
      // Names are decoration: they stay wanted and are asked for again, ever more seldom.
      this.#attempt += 1;
      pause = 1_000 + backoff(this.#attempt, this.random);
    }
    this.#asking = false;
    this.#plan(pause);
  }
}
