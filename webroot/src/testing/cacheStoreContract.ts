import { afterEach, beforeEach, expect, it } from "vitest";
import { type CachedList, type CacheStore, MAX_SEGMENTS } from "../model/CacheStore.ts";
import { message, OPEN, profile, ROOM, USUAL } from "./samples.ts";

const LIST: CachedList = {
  position: 7,
  conversations: [
    {
      position: 3,
      conversation: {
        id: ROOM,
        kind: "room",
        name: "Room",
        between: undefined,
        topic: undefined,
        avatar: undefined,
        memberCount: 2,
        role: "member",
        policy: OPEN,
        preferences: USUAL,
        preferredAt: 0,
        ordinal: 3,
        readOrdinal: 1,
        lastMessage: message(3),
        describedAt: 1,
      },
    },
  ],
  untold: [[ROOM, 2]],
  people: [profile("me")],
};
const SEGMENT = { position: 3, messages: [message(2), message(3)], more: true };

/** What every `CacheStore` does; `open` gives another page's view of the same one. */
export function keepsWhatItWasTold(open: () => CacheStore): void {
  let store: CacheStore;
  let other: CacheStore;

  beforeEach(() => {
    store = open();
    other = open();
  });

  afterEach(() => {
    store.close();
    other.close();
  });

  it("isEmptyAtFirst", async () => {
    expect(await store.readList()).toBeUndefined();
    expect(await store.readSegment(ROOM)).toBeUndefined();
  });

  it("tellsOtherPagesWhatWasWritten", async () => {
    await store.write(LIST, new Map([[ROOM, SEGMENT]]));
    expect(await other.readList()).toEqual(LIST);
    expect(await other.readSegment(ROOM)).toMatchObject(SEGMENT);
    expect(await other.readSegment("another")).toBeUndefined();
  });

  it("replacesTheListAndLeavesOtherSegments", async () => {
    await store.write(LIST, new Map([[ROOM, SEGMENT], ["b", SEGMENT]])); // prettier-ignore
    await other.write({ ...LIST, position: 9 }, new Map([["b", { ...SEGMENT, position: 4 }]]));
    expect((await store.readList())?.position).toBe(9);
    expect((await store.readSegment(ROOM))?.position).toBe(3);
    expect((await store.readSegment("b"))?.position).toBe(4);
    await store.write(LIST, new Map([["b", undefined]]));
    expect(await store.readSegment("b")).toBeUndefined();
  });

  it("letsGoWhatWasWrittenLongestAgo", async () => {
    for (let count = 0; count < MAX_SEGMENTS; count += 1) {
      await store.write(LIST, new Map([[`c${count}`, SEGMENT]]));
    }
    await other.write(LIST, new Map([["c0", { ...SEGMENT, position: 5 }]]));
    await other.write(LIST, new Map([["one more", SEGMENT]]));
    expect((await store.readSegment("c0"))?.position).toBe(5);
    expect(await store.readSegment("c1")).toBeUndefined();
    expect(await store.readSegment("c2")).toBeDefined();
    expect(await store.readSegment("one more")).toBeDefined();
  });
}
