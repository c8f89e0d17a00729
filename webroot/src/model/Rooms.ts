import type { ConversationId } from "../contract/generated.ts";
import type { BusPort } from "./ports.ts";
import { Room } from "./Room.ts";

/** How many conversations keep their messages at hand. */
export const MAX_ROOMS = 12;

/** The conversations that were opened last, with their messages. */
export class Rooms {
  readonly #rooms = new Map<ConversationId, Room>();

  constructor(private readonly bus: BusPort) {}

  /** The room if its messages are at hand. */
  find(id: ConversationId): Room | undefined {
    return this.#rooms.get(id);
  }

  /** All rooms whose messages are at hand. */
  get all(): readonly Room[] {
    return [...this.#rooms.values()];
  }

  /** The room, made if need be; the one that was not opened for longest lets its messages go. */
  open(id: ConversationId): Room {
    const room = this.#rooms.get(id) ?? new Room(id, this.bus);
    room.timeline.trim();
    this.#rooms.delete(id);
    this.#rooms.set(id, room);
    const oldest = this.#rooms.keys().next();
    if (this.#rooms.size > MAX_ROOMS && oldest.done !== true) {
      this.#rooms.delete(oldest.value);
    }
    return room;
  }

  close(id: ConversationId): void {
    this.#rooms.delete(id);
  }

  /** Lets all messages go. */
  clear(): void {
    this.#rooms.forEach((room) => room.timeline.reset());
    this.#rooms.clear();
  }

  /** Reads again what could not be read while the connection was away. */
  retry(): void {
    for (const room of this.#rooms.values()) {
      void room.loadNewest();
    }
  }
}
