import { afterEach, beforeEach, expect, it } from "vitest";
import { MAX_UNSENT, type OutboxStore, type Unsent } from "../model/OutboxStore.ts";

/** A message with an id. */
export function unsent(clientId: string, more: Partial<Unsent> = {}): Unsent {
  return {
    conversation: "c",
    name: "C",
    clientId,
    text: `text of ${clientId}`,
    writtenAt: 1,
    ...more,
  };
}

/** What every `OutboxStore` does; `open` gives another page's view of the same one. */
export function keepsItsPromises(open: () => OutboxStore): void {
  let store: OutboxStore;
  let other: OutboxStore;

  beforeEach(() => {
    store = open();
    other = open();
  });

  afterEach(() => {
    store.close();
    other.close();
  });

  const ids = async (from = other): Promise<string[]> =>
    (await from.all()).map(({ clientId }) => clientId);

  it("keepsWhatWasAddedInTheOrderOfAdding", async () => {
    const message = unsent("b", { writtenAt: 5 });
    expect(await store.add(message)).toBe(true);
    expect(await other.add(unsent("c", { writtenAt: 1 }))).toBe(true);
    expect(await store.add(unsent("a"))).toBe(true);
    expect(await ids()).toEqual(["b", "c", "a"]);
    expect((await other.all())[0]).toEqual(message);
  });

  it("keepsTheOrderOfCallsThatDoNotWaitForOneAnother", async () => {
    const names = Array.from({ length: 30 }, (_, at) => `m${at}`);
    await Promise.all(names.map((name) => store.add(unsent(name))));
    expect(await ids()).toEqual(names);
  });

  it("keepsAnIdOnce", async () => {
    await store.add(unsent("a", { text: "first" }));
    await store.add(unsent("b"));
    expect(await other.add(unsent("a", { text: "second" }))).toBe(true);
    expect(await ids()).toEqual(["a", "b"]);
    expect((await store.all())[0]?.text).toBe("first");
  });

  it("isBoundedOverAllPages", async () => {
    for (let count = 0; count < MAX_UNSENT; count += 1) {
      expect(await (count % 2 === 0 ? store : other).add(unsent(`m${count}`))).toBe(true);
    }
    expect(await store.add(unsent("one too many"))).toBe(false);
    expect(await store.add(unsent("m7"))).toBe(true);
    await other.remove("m0");
    expect(await store.add(unsent("fits again"))).toBe(true);
    expect(await ids()).toHaveLength(MAX_UNSENT);
  });

  it("notesRefusalsInPlace", async () => {
    await store.add(unsent("a"));
    await store.add(unsent("b"));
    await other.refuse(["a", "unknown"], 1_003);
    expect(await store.all()).toEqual([unsent("a", { refused: 1_003 }), unsent("b")]);
    await store.refuse(["a"], undefined);
    expect(await other.all()).toEqual([unsent("a"), unsent("b")]);
  });

  it("forgetsWhatWasRemovedAndNothingElse", async () => {
    await store.add(unsent("a"));
    await store.add(unsent("b"));
    await other.remove("a");
    await store.remove("a");
    expect(await ids(store)).toEqual(["b"]);
    await store.refuse(["a"], 1_003);
    expect(await ids(store)).toEqual(["b"]);
  });

  it("tellsOtherPagesOfEveryChange", async () => {
    let heard = 0;
    const stop = other.onChange(() => (heard += 1));
    const hears = async (change: () => Promise<unknown>): Promise<void> => {
      const before = heard;
      await change();
      await expect.poll(() => heard).toBe(before + 1);
    };
    await hears(() => store.add(unsent("a")));
    await hears(() => store.refuse(["a"], 1_003));
    await hears(() => store.remove("a"));
    stop();
    await store.add(unsent("b"));
    expect(await ids()).toEqual(["b"]);
    expect(heard).toBe(3);
  });
}
