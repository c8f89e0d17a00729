import type { ConversationId } from "../contract/generated.ts";
import { Chat } from "../model/Chat.ts";
import { textOf } from "../model/messages.ts";
import { FakeClock, settled } from "./FakeClock.ts";
import { FakeServer } from "./FakeServer.ts";
import { MemoryCacheStore } from "./MemoryCacheStore.ts";
import { keptInMemory } from "./MemoryOutboxStore.ts";
import { counting, ME, ROOM, silent } from "./samples.ts";

/** Pages of one account, one after the other, that share a cache. */
export class CachedPages {
  readonly server = new FakeServer();
  readonly cache = new MemoryCacheStore();
  readonly #newId = counting("mine-");
  #chat: Chat | undefined;

  constructor(readonly clock = new FakeClock()) {
    this.server.enter(ROOM);
  }

  /** The page there is. */
  get chat(): Chat {
    if (this.#chat === undefined) {
      throw new Error("no page was started");
    }
    return this.#chat;
  }

  /** A page that begins with what the cache has. */
  async start(online = true): Promise<void> {
    this.#chat = new Chat(ME, {
      bus: this.server.bus,
      clock: this.clock,
      random: () => 0.5,
      newId: this.#newId,
      log: silent,
      unsent: keptInMemory(),
      cache: this.cache,
      notMine: () => undefined,
    });
    this.server.away = true;
    await settled();
    if (online) {
      await this.connect();
    }
  }

  connect(): Promise<void> {
    const { chat } = this;
    this.server.away = false;
    this.server.deliver = (address, body) => chat.deliver(address, body);
    chat.connected();
    return settled();
  }

  /** The page ends without a word. */
  end(): void {
    this.server.deliver = undefined;
    this.chat.disconnected();
  }

  say(count: number, room = ROOM): void {
    for (let at = 1; at <= count; at += 1) {
      const id = `anna-${this.fresh(room).length}`;
      this.server.post(room, "anna", id, `text of ${id}`);
    }
  }

  /** What the page shows of a room that is open. */
  texts(room: ConversationId = ROOM): (string | undefined)[] {
    return this.chat.open(room).timeline.messages.map((message) => textOf(message));
  }

  /** What a page would show that knows everything. */
  fresh(room: ConversationId = ROOM): (string | undefined)[] {
    return this.server.rooms.get(room)?.messages.map((message) => textOf(message)) ?? [];
  }
}
