import { describe, expect, it } from "vitest";
import type { MemberItem, MemberPage, MemberState, Role, UserId } from "../contract/generated.ts";
import { FakeBus } from "../testing/FakeBus.ts";
import { settled } from "../testing/FakeClock.ts";
import { ROOM, seeded } from "../testing/samples.ts";
import { Roster } from "./Roster.ts";

const ACCOUNTS = Array.from({ length: 12 }, (_, at) => `account-${String(at).padStart(2, "0")}`);
const ROLES: readonly Role[] = ["owner", "moderator", "member"];
const STATES: readonly MemberState[] = ["joined", "joined", "left", "removed"];
const PAGE = 3;

/** A conversation on a server: its members, and what its feed has yet to tell. */
class Server {
  readonly members = new Map<UserId, MemberItem>();
  readonly untold: MemberItem[] = [];
  #head = 0;

  change(account: UserId, state: MemberState, role: Role): void {
    this.#head += 1;
    const item: MemberItem = { type: "member", changed: this.#head, account, state, role };
    this.members.set(account, item);
    this.untold.push(item);
  }

  page(after: UserId | undefined): MemberPage {
    const all = [...this.members.values()]
      .filter(({ account, state }) => state === "joined" && (after ?? "") < account)
      .sort((a, b) => a.account.localeCompare(b.account));
    const members = all.slice(0, PAGE);
    const last = members.at(-1);
    const next = all.length > PAGE && last !== undefined ? { next: last.account } : {};
    return { members, through: this.#head, ...next };
  }
}

/** Reading pages while people come and go, with a feed that tells sooner or later. */
describe("Roster", () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    "holdsWhatAFreshReaderFindsHoweverItWasLearned, seed %i",
    async (seed) => {
      const random = seeded(seed + 1);
      const pick = <T>(from: readonly T[]): T =>
        from[Math.floor(random() * from.length)] ?? expect.fail("nothing to pick");
      const server = new Server();
      const happen = (): void => server.change(pick(ACCOUNTS), pick(STATES), pick(ROLES));
      for (let step = 0; step < 10; step += 1) {
        happen();
      }
      // Whatever was told before the page looked is on its pages.
      server.untold.length = 0;
      const bus = new FakeBus();
      const roster = new Roster(ROOM, bus);
      const tell = (most: number): void =>
        server.untold.splice(0, most).forEach((item) => roster.put(item));
      bus.answer("chat.member.list", ({ after }) => {
        const page = server.page(after);
        // The answer is on its way while this happens, and the feed may be faster.
        for (let step = Math.floor(random() * 4); step > 0; step -= 1) {
          happen();
        }
        tell(Math.floor(random() * 3));
        return Promise.resolve(page);
      });
      await roster.load();
      await settled();
      tell(server.untold.length);
      const joined = [...server.members.values()].filter(({ state }) => state === "joined");
      const byAccount = (items: readonly MemberItem[]): readonly MemberItem[] =>
        [...items].sort((a, b) => a.account.localeCompare(b.account));
      expect(byAccount(roster.members)).toEqual(byAccount(joined));
      expect(roster.loaded).toBe(true);
    },
  );
});
