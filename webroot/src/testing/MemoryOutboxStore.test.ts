import { beforeEach, describe } from "vitest";
import { MemoryOutboxStore } from "./MemoryOutboxStore.ts";
import { keepsItsPromises } from "./outboxStoreContract.ts";

describe("MemoryOutboxStore", () => {
  let shared: MemoryOutboxStore;
  beforeEach(() => {
    shared = new MemoryOutboxStore();
  });
  keepsItsPromises(() => shared);
});
