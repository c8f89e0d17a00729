import { beforeEach, describe, expect, it } from "vitest";
import type { Reaction } from "../../contract/generated.ts";
import type { Chat } from "../../model/Chat.ts";
import { FakeBus } from "../../testing/FakeBus.ts";
import { settled } from "../../testing/FakeClock.ts";
import { ME, message, refusal, ROOM } from "../../testing/samples.ts";
import { Rewriting } from "../../model/Rewriting.ts";
import { type MessageRow, rowsOf } from "../rows.ts";
import { ReactingViewModel } from "./ReactingViewModel.svelte.ts";

describe("ReactingViewModel", () => {
  const PARTY = "\u{1F389}";
  let bus: FakeBus;
  let reacting: ReactingViewModel;
  let put: number;

  beforeEach(() => {
    bus = new FakeBus();
    put = 0;
    const rewriting = new Rewriting(
      bus,
      () => "id",
      () => (put += 1),
    );
    bus.answer("chat.reaction.set", () => ({ message: message(9) }));
    const chat = { me: ME, rewriting } as unknown as Chat;
    reacting = new ReactingViewModel(ROOM, chat, (account) => account.toUpperCase());
  });

  it("saysWhoReactedAndWhetherIDid", () => {
    const shown = reacting.shown(
      row([
        { emoji: PARTY, count: 2, accounts: [ME.account, "grace"] },
        { emoji: "\u{1F44D}", count: 14, accounts: ["grace", "ada"] },
      ]),
    );
    expect(shown).toMatchObject([
      { mine: true, by: `You and GRACE reacted with ${PARTY}` },
      { mine: false, count: 14, by: "GRACE, ADA, and 12 others reacted with \u{1F44D}" },
    ]);
  });

  it("setsWhatIsNotMineAndTakesBackWhatIs", async () => {
    await reacting.toggle(row([]), PARTY);
    await reacting.toggle(row([{ emoji: PARTY, count: 1, accounts: ["grace"] }]), PARTY);
    await reacting.toggle(row([{ emoji: PARTY, count: 1, accounts: [ME.account] }]), PARTY);
    expect(bus.bodiesOf("chat.reaction.set").map(({ set }) => set)).toEqual([true, true, false]);
    expect(put).toBe(3);
  });

  it("remembersWhatIsMineWhereTooManyReactedToBeNamed", async () => {
    const many = row([{ emoji: PARTY, count: 12, accounts: ["grace"] }]);
    await reacting.toggle(many, PARTY);
    expect(reacting.shown(many)[0]?.mine).toBe(true);
    await reacting.toggle(many, PARTY);
    expect(bus.bodiesOf("chat.reaction.set").map(({ set }) => set)).toEqual([true, false]);
    expect(reacting.shown(many)[0]?.mine).toBe(false);
  });

  it("staysOpenAndSaysWhyWhereItIsRefused", async () => {
    bus.answer("chat.reaction.set", () => {
      throw refusal("TOO_MANY");
    });
    const one = row([]);
    reacting.choose(one);
    await reacting.toggle(one, PARTY);
    await settled();
    expect(reacting.problem).toBeDefined();
    expect(reacting.choosing).toBe(one.posted);
    reacting.choose(one);
    expect(reacting.choosing).toBeUndefined();
  });

  function row(reactions: readonly Reaction[]): MessageRow {
    const found = rowsOf({
      me: ME.account,
      messages: [message(9, reactions.length === 0 ? {} : { reactions })],
      outgoing: [],
      more: false,
      newAfter: undefined,
    }).find((each): each is MessageRow => each.kind === "message");
    if (found === undefined) {
      throw new Error("no row");
    }
    return found;
  }
});
