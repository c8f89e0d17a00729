import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { keepsWhatItWasTold } from "../testing/cacheStoreContract.ts";
import { BrowserCache } from "./BrowserCache.ts";

describe("BrowserCache", () => {
  beforeEach(() => {
    vi.stubGlobal("indexedDB", new IDBFactory());
  });

  keepsWhatItWasTold(() => new BrowserCache("ada", 1));

  it("showsNothingOfAnotherReleaseOrAccount", async () => {
    const list = { position: 1, conversations: [], untold: [], people: [] };
    const segment = { position: 1, messages: [], more: false };
    const old = new BrowserCache("ada", 1);
    await old.write(list, new Map([["c", segment]]));
    const [newer, eve] = [new BrowserCache("ada", 2), new BrowserCache("eve", 1)];
    expect(await newer.readList()).toBeUndefined();
    expect(await newer.readSegment("c")).toBeUndefined();
    expect(await eve.readList()).toBeUndefined();
    await newer.write(list, new Map());
    expect(await newer.readList()).toEqual(list);
    expect(await newer.readSegment("c")).toBeUndefined();
    expect(await old.readList()).toBeUndefined();
    [old, newer, eve].forEach((store) => store.close());
  });
});
