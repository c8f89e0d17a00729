import type { PresenceMode } from "../contract/generated.ts";
import type { BusPort } from "./ports.ts";
import type { Relations } from "./Relations.ts";

/** What I choose of how others see whether I am there; the same on all my devices. */
export class Appearing {
  constructor(
    private readonly bus: BusPort,
    private readonly relations: Relations,
  ) {}

  /** Fails if it could not be chosen. */
  async appear(mode: PresenceMode): Promise<void> {
    this.relations.putSettings((await this.bus.request("chat.account.appear", { mode })).settings);
  }

  /** Whether others see when I was last here. Fails if it could not be chosen. */
  async shareLastSeen(shares: boolean): Promise<void> {
    const { settings } = await this.bus.request("chat.account.share", { shares });
    this.relations.putSettings(settings);
  }
}
