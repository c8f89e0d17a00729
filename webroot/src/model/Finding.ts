import { LIMITS, type Profile, type RoomPage } from "../contract/generated.ts";
import type { BusPort } from "./ports.ts";

/** Looking for what is on the server. */
export class Finding {
  constructor(private readonly bus: BusPort) {}

  /** People by the beginnings of their names, without me. */
  async people(query: string): Promise<readonly Profile[]> {
    const limit = LIMITS.SearchPeople.MAX_LIMIT;
    return (await this.bus.request("chat.people.search", { query, limit })).profiles;
  }

  /** A page of the directory. */
  rooms(query: string, after: string | undefined, limit: number): Promise<RoomPage> {
    return this.bus.request("chat.room.list", {
      limit,
      ...(query === "" ? {} : { query }),
      ...(after === undefined ? {} : { after }),
    });
  }
}
