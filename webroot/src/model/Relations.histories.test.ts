import { describe, expect, it } from "vitest";
import type { RelationItem, RelationPage } from "../contract/generated.ts";
import { FakeBus } from "../testing/FakeBus.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { refusal, seeded, silent } from "../testing/samples.ts";
import { Relations } from "./Relations.ts";

const STEPS = 120;
const PAGE = 2;
const PEOPLE = ["ada", "bo", "cy", "di", "ed"];
const STATES = ["none", "outgoing", "incoming", "friends"] as const;

/** A server that answers late, fails and tells of changes while somebody reads page by page. */
class Account {
  readonly items = new Map<string, RelationItem>();
  readonly late: (() => void)[] = [];
  #head = 0;

  constructor(private readonly random: () => number) {}

  pick<T>(all: readonly T[]): T {
    return all[Math.floor(this.random() * all.length)] as T;
  }

  change(): RelationItem {
    this.#head += 1;
    const state = this.pick(STATES);
    const item: RelationItem = {
      type: "relation",
      changed: this.#head,
      account: this.pick(PEOPLE),
      state,
      blocked: state === "none" && this.random() < 0.3,
    };
    this.items.set(item.account, item);
    return item;
  }

  /** What a fresh reader has listed. */
  get listed(): readonly RelationItem[] {
    return [...this.items.values()]
      .filter(({ state, blocked }) => blocked || state !== "none")
      .sort((a, b) => a.account.localeCompare(b.account));
  }

  /** A page as of now, which arrives some time later, or never. */
  page(after: string | undefined): Promise<RelationPage> {
    const rest = this.listed.filter(({ account }) => after === undefined || account > after);
    const relations = rest.slice(0, PAGE);
    const next = rest.length > PAGE ? relations.at(-1)?.account : undefined;
    const page = { relations, through: this.#head, ...(next === undefined ? {} : { next }) };
    return new Promise((resolve, reject) => {
      this.late.push(() => (this.random() < 0.2 ? reject(refusal("UNAVAILABLE")) : resolve(page)));
    });
  }
}

/** A page whose connection comes and goes. */
class Page {
  #connected = false;
  #missed: RelationItem[] = [];

  constructor(
    private readonly account: Account,
    private readonly relations: Relations,
  ) {}

  hear(item: RelationItem): void {
    if (this.#connected) {
      this.relations.put(item);
    } else {
      this.#missed.push(item);
    }
  }

  comeOrGo(): void {
    if (this.#connected) {
      this.#connected = false;
      this.relations.disconnected();
    } else {
      this.connect();
    }
  }

  /** What was missed comes in one range, each item in its newest state. */
  connect(): void {
    const { items } = this.account;
    const newest = this.#missed.filter((item) => items.get(item.account) === item);
    newest.forEach((item) => this.relations.put(item));
    this.#missed = [];
    this.#connected = true;
    this.relations.connected();
  }
}

describe("Relations in random histories", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, Date.now()])(
    "areWhatAFreshReaderReads, seed %i",
    async (seed) => {
      const random = seeded(seed);
      const clock = new FakeClock();
      const bus = new FakeBus();
      const account = new Account(random);
      bus.answer("chat.settings.read", () => ({
        settings: {
          type: "settings",
          changed: 0,
          openTo: "friends",
          mode: "auto",
          sharesLastSeen: false,
        },
        through: 0,
      }));
      bus.answer("chat.relation.list", ({ after }) => account.page(after));
      const relations = new Relations(bus, clock, random, silent);
      const page = new Page(account, relations);
      for (let step = 0; step < STEPS; step += 1) {
        const choice = random();
        if (choice < 0.5) {
          page.hear(account.change());
        } else if (choice < 0.75) {
          account.late.shift()?.();
        } else if (choice < 0.85) {
          await clock.pass(2_000);
        } else {
          page.comeOrGo();
        }
        await settled();
      }
      page.connect();
      for (let turn = 0; turn < 1_000 && !relations.loaded; turn += 1) {
        account.late.splice(0).forEach((answer) => answer());
        await clock.pass(40_000);
      }
      expect(relations.loaded).toBe(true);
      const known = [...relations.list].sort((a, b) => a.account.localeCompare(b.account));
      expect(known).toEqual(account.listed);
    },
  );
});
