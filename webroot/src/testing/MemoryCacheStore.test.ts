import { beforeEach, describe } from "vitest";
import { keepsWhatItWasTold } from "./cacheStoreContract.ts";
import { MemoryCacheStore } from "./MemoryCacheStore.ts";

describe("MemoryCacheStore", () => {
  let shared: MemoryCacheStore;
  beforeEach(() => {
    shared = new MemoryCacheStore();
  });
  keepsWhatItWasTold(() => shared);
});
