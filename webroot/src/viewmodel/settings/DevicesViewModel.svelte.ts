import type { AccountPort, Device } from "../../model/account.ts";
import { agentOf } from "../../model/agents.ts";
import { Failure } from "../../model/Failure.ts";
import { text } from "../../text/en.ts";
import { failureText } from "../../text/failureText.ts";

/** A device in the list. */
export type DeviceRow = Device & {
  /** In words. */
  readonly name: string;
};

/** Where I am signed in, and signing out there. */
export class DevicesViewModel {
  /** This device first, then the ones seen last; undefined until they are known. */
  rows = $state.raw<readonly DeviceRow[] | undefined>();
  loading = $state(false);
  /** Why the list could not be read. */
  problem = $state<string | undefined>();
  /** The device that may be signed out, while somebody is asked whether it should be. */
  leaving = $state.raw<DeviceRow | undefined>();
  /** Why signing it out did not work. */
  leavingProblem = $state<string | undefined>();
  /** What was done. */
  notice = $state<string | undefined>();
  /** Grows with each reading, so that a late answer to an older one is dropped. */
  #reading = 0;

  constructor(private readonly account: AccountPort) {}

  /** Reads the list, again if it is known; it stays in view meanwhile. */
  async load(): Promise<void> {
    this.#reading += 1;
    const reading = this.#reading;
    this.loading = true;
    this.problem = undefined;
    this.notice = undefined;
    try {
      const rows = (await this.account.devices()).map(rowOf).sort(byRelevance);
      if (reading === this.#reading) {
        this.rows = rows;
      }
    } catch (cause) {
      if (reading === this.#reading) {
        this.problem = failureText(Failure.from(cause).message);
      }
    } finally {
      if (reading === this.#reading) {
        this.loading = false;
      }
    }
  }

  askEnd(row: DeviceRow): void {
    this.notice = undefined;
    this.leavingProblem = undefined;
    this.leaving = row;
  }

  cancelEnd(): void {
    this.leaving = undefined;
  }

  /** Signs out the device that was asked about. */
  async end(): Promise<void> {
    const row = this.leaving;
    if (row === undefined) {
      return;
    }
    this.leavingProblem = undefined;
    try {
      await this.account.endDevice(row.id);
    } catch (cause) {
      this.leavingProblem = failureText(Failure.from(cause).message);
      return;
    }
    // A list that is being read may still hold it.
    this.#reading += 1;
    this.loading = false;
    this.rows = this.rows?.filter(({ id }) => id !== row.id);
    this.notice = text.settings.devices.ended(row.name);
    if (this.leaving === row) {
      this.leaving = undefined;
    }
  }
}

function rowOf(device: Device): DeviceRow {
  const { browser, system } = agentOf(device.agent);
  return { ...device, name: text.settings.devices.name(browser, system, device.agent) };
}

function byRelevance(a: Device, b: Device): number {
  return Number(b.current) - Number(a.current) || b.seenAt - a.seenAt;
}
