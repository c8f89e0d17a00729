import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { keepsItsPromises, unsent } from "../testing/outboxStoreContract.ts";
import { BrowserOutbox, outboxName } from "./BrowserOutbox.ts";
import { answered } from "./Database.ts";
import { forgetAccount, goOnForgetting } from "./traces.ts";

describe("BrowserOutbox", () => {
  let kept: Map<string, string>;

  beforeEach(() => {
    kept = new Map();
    vi.stubGlobal("indexedDB", new IDBFactory());
    vi.stubGlobal(
      "localStorage",
      new Proxy(
        {
          setItem: (key: string, value: string) => kept.set(key, value),
          removeItem: (key: string) => kept.delete(key),
        },
        {
          ownKeys: () => [...kept.keys()],
          getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
        },
      ),
    );
  });

  keepsItsPromises(() => new BrowserOutbox("ada"));

  it("showsNoAccountWhatAnotherOneWrote", async () => {
    const [ada, eve] = [new BrowserOutbox("ada"), new BrowserOutbox("eve")];
    await ada.add(unsent("a"));
    expect(await eve.all()).toEqual([]);
    ada.close();
    eve.close();
  });

  it("rejectsAndGoesOnWhenTheDatabaseCannotBeOpened", async () => {
    const store = new BrowserOutbox("ada");
    const newer = await answered(indexedDB.open(outboxName("ada"), 99));
    await expect(store.add(unsent("a"))).rejects.toMatchObject({ name: "VersionError" });
    newer.close();
    await answered(indexedDB.deleteDatabase(outboxName("ada")));
    expect(await store.add(unsent("a"))).toBe(true);
    store.close();
  });

  it("isDeletedAlthoughOtherPagesUseIt", async () => {
    const [store, other] = [new BrowserOutbox("ada"), new BrowserOutbox("ada")];
    await store.add(unsent("a"));
    expect(await other.all()).toHaveLength(1);
    forgetAccount("ada");
    expect(kept.size).toBe(1);
    await expect.poll(() => kept.size).toBe(0);
    // A page that does not know yet must not put back what was forgotten.
    await expect(other.add(unsent("b"))).rejects.toThrow("deleted");
    const next = new BrowserOutbox("ada");
    expect(await next.all()).toEqual([]);
    [store, other, next].forEach((each) => each.close());
  });

  it("isDeletedByTheNextPageIfTheFirstEndsBefore", async () => {
    const first = new BrowserOutbox("ada");
    await first.add(unsent("a"));
    first.close();
    kept.set("parley.forget.ada", "1");
    goOnForgetting();
    // Opened meanwhile: what is written from now on is of a new time.
    const next = new BrowserOutbox("ada");
    await next.add(unsent("b"));
    expect(await next.all()).toEqual([unsent("b")]);
    expect(kept.size).toBe(0);
    next.close();
  });
});
