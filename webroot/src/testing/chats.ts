import { Chat } from "../model/Chat.ts";
import type { FakeClock } from "./FakeClock.ts";
import type { FakeServer } from "./FakeServer.ts";
import { MemoryCacheStore } from "./MemoryCacheStore.ts";
import { keptInMemory } from "./MemoryOutboxStore.ts";
import { counting, ME, silent } from "./samples.ts";

/** My chat at a server that tells it everything, connected. */
export function chatAt(server: FakeServer, clock: FakeClock): Chat {
  const chat = new Chat(ME, {
    bus: server.bus,
    clock,
    random: () => 0.5,
    newId: counting("0190a000-0000-7000-8000-00000000009"),
    log: silent,
    unsent: keptInMemory(),
    cache: new MemoryCacheStore(),
    notMine: () => undefined,
  });
  server.deliver = (address, body) => chat.deliver(address, body);
  chat.connected();
  return chat;
}
