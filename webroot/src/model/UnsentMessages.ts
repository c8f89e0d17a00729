import type { ClientId, ConversationId } from "../contract/generated.ts";
import { Changes } from "./Changes.ts";
import { Failure } from "./Failure.ts";
import { judged, MAX_UNSENT, type OutboxStore, type Unsent } from "./OutboxStore.ts";
import type { Cancel, Clock, Log } from "./ports.ts";

/** How long the storage may take to keep a message, in milliseconds. */
export const KEPT_WITHIN_MS = 3_000;

/** A message that the server has not acknowledged. */
export type Outgoing = Omit<Unsent, "refused"> & {
  /** Why the server refused it; undefined while it waits. */
  readonly refused: Failure | undefined;
  /** Where it is: being written, on this device, or in this page alone as the storage failed. */
  readonly kept: "writing" | "device" | "page";
};

/** What this page did to a message and the last reading may not show yet. */
type Change = { readonly gone: boolean; readonly refused: number | undefined; written: boolean };

/**
 * The unsent messages of one account, as this page sees them: what all pages of the browser keep on
 * the device, in the order in which it came there; then what could not be kept, then what is about
 * to be. Messages of this page are written one after the other, so their order is that of writing.
 */
export class UnsentMessages {
  readonly changes = new Changes();
  readonly #changed = new Map<ClientId, Change>();
  readonly #stop: Cancel;
  #onDevice: readonly Unsent[] = [];
  #inPage: readonly Unsent[] = [];
  #writing: readonly Unsent[] = [];
  #list: readonly Outgoing[] = [];
  #lastKept: Promise<unknown> = Promise.resolve();
  #lastRead: Promise<boolean> = Promise.resolve(true);
  #nextRead: Promise<boolean> | undefined;

  constructor(
    private readonly store: OutboxStore,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.#stop = store.onChange(() => void this.read());
    void this.read();
  }

  /** Everything, in the order in which it is to be sent. */
  get list(): readonly Outgoing[] {
    return this.#list;
  }

  of(conversation: ConversationId): readonly Outgoing[] {
    return this.#list.filter((message) => message.conversation === conversation);
  }

  /**
   * Takes a message over; false if there are too many. It may be sent once it is kept; `kept` hears
   * whether that is on the device.
   */
  add(message: Unsent, kept: (onDevice: boolean) => void): boolean {
    if (this.#list.length >= MAX_UNSENT) {
      return false;
    }
    this.#writing = [...this.#writing, message];
    this.#publish();
    this.#lastKept = this.#lastKept.then(() => this.#keep(message)).then(kept);
    return true;
  }

  remove(id: ClientId): void {
    if (this.#list.some(({ clientId }) => clientId === id)) {
      this.#inPage = without(this.#inPage, id);
      void this.#change([id], { gone: true, refused: undefined }, () => this.store.remove(id));
    }
  }

  /** The server refused them with the failure of this number, or undefined: they wait again. */
  refuse(ids: readonly ClientId[], code: number | undefined): void {
    if (ids.length > 0) {
      this.#inPage = this.#inPage.map((message) =>
        ids.includes(message.clientId) ? judged(message, code) : message,
      );
      const write = (): Promise<void> => this.store.refuse(ids, code);
      void this.#change(ids, { gone: false, refused: code }, write);
    }
  }

  /** Looks at what is on the device; false if that fails. Shows at least what was there before. */
  read(): Promise<boolean> {
    this.#nextRead ??= this.#lastRead.then(() => {
      this.#nextRead = undefined;
      this.#lastRead = this.#read();
      return this.#lastRead;
    });
    return this.#nextRead;
  }

  /** Ends it for this page; what is on the device stays there. */
  dispose(): void {
    this.#stop();
    this.store.close();
    this.#onDevice = [];
    this.#inPage = [];
    this.#writing = [];
    this.#publish();
  }

  async #keep(message: Unsent): Promise<boolean> {
    // What follows something that is in this page alone stays behind it.
    const onDevice = this.#inPage.length === 0 && (await this.#inTime(this.#write(message)));
    if (!onDevice) {
      this.#inPage = [...this.#inPage, message];
    }
    this.#writing = without(this.#writing, message.clientId);
    this.#publish();
    return onDevice;
  }

  /** Only reading tells what another page put before it. */
  async #write(message: Unsent): Promise<boolean> {
    return (await this.store.add(message)) && (await this.read());
  }

  async #inTime(task: Promise<boolean>): Promise<boolean> {
    let cancel: Cancel | undefined;
    const late = new Promise<boolean>((resolve) => {
      cancel = this.clock.schedule(KEPT_WITHIN_MS, () => resolve(false));
    });
    try {
      return await Promise.race([task, late]);
    } catch {
      this.log.warn("outbox.store.failed");
      return false;
    } finally {
      cancel?.();
    }
  }

  async #read(): Promise<boolean> {
    const written = [...this.#changed].filter(([, change]) => change.written);
    try {
      this.#onDevice = await this.store.all();
    } catch {
      this.log.warn("outbox.store.unreadable");
      return false;
    }
    for (const [id, change] of written) {
      if (this.#changed.get(id) === change) {
        this.#changed.delete(id);
      }
    }
    this.#publish();
    return true;
  }

  /** Shown at once; what could not be written stays so for this page. */
  async #change(
    ids: readonly ClientId[],
    to: Omit<Change, "written">,
    write: () => Promise<void>,
  ): Promise<void> {
    const changes = ids.map((id) => {
      const change = { ...to, written: false };
      this.#changed.set(id, change);
      return change;
    });
    this.#publish();
    try {
      await write();
      changes.forEach((change) => (change.written = true));
      await this.read();
    } catch {
      this.log.warn("outbox.store.failed");
    }
  }

  #publish(): void {
    const onDevice = new Set(this.#onDevice.map(({ clientId }) => clientId));
    const elsewhere = ({ clientId }: Unsent): boolean => !onDevice.has(clientId);
    this.#list = [
      ...this.#shown(this.#onDevice, "device"),
      ...this.#shown(this.#inPage.filter(elsewhere), "page"),
      ...this.#shown(this.#writing.filter(elsewhere), "writing"),
    ];
    this.changes.emit();
  }

  #shown(messages: readonly Unsent[], kept: Outgoing["kept"]): readonly Outgoing[] {
    return messages
      .filter(({ clientId }) => this.#changed.get(clientId)?.gone !== true)
      .map((message) => {
        const change = this.#changed.get(message.clientId);
        const code = change === undefined ? message.refused : change.refused;
        return { ...message, kept, refused: code === undefined ? undefined : new Failure(code) };
      });
  }
}

function without(messages: readonly Unsent[], id: ClientId): readonly Unsent[] {
  return messages.filter(({ clientId }) => clientId !== id);
}
