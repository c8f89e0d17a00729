import type { MessageAccepted, SendMessage } from "../contract/generated.ts";
import { Outbox } from "../model/Outbox.ts";
import type { ClaimTurn, OutboxStore } from "../model/OutboxStore.ts";
import type { Cancel, Clock, NewId, Random } from "../model/ports.ts";
import { FakeBus } from "./FakeBus.ts";
import { silent } from "./samples.ts";

export type Mortality = {
  readonly random: Random;
  readonly clock: Clock;
  readonly disk: OutboxStore;
  readonly newId: NewId;
  readonly claimTurn: ClaimTurn;
  /** The ids of messages of which an author was told that they are kept on the device. */
  readonly promised: string[];
};

const NEVER = new Promise<never>(() => undefined);

/**
 * A page with an outbox that can die at any moment: what it began may happen or not, and nothing is
 * answered to it any more.
 */
export class MortalPage {
  readonly outbox: Outbox;
  #alive = true;
  #count = 0;
  #disk: Promise<unknown> = Promise.resolve();
  #endTurn: Cancel | undefined;

  constructor(
    private readonly world: Mortality,
    send: (request: SendMessage) => Promise<MessageAccepted>,
  ) {
    const bus = new FakeBus();
    bus.answer("chat.message.send", (request) => this.#mortal(() => send(request)));
    this.outbox = new Outbox({
      ...world,
      bus,
      log: silent,
      clock: {
        now: () => world.clock.now(),
        schedule: (ms, task) => world.clock.schedule(ms, () => this.#alive && task()),
      },
      store: this.#mortalStore(world.disk),
      claimTurn: (begin) => {
        const end = world.claimTurn(begin);
        this.#endTurn = end;
        return end;
      },
      nameOf: () => "",
      stored: () => undefined,
    });
  }

  write(conversation: string): void {
    this.#count += 1;
    const text = `${this.#count} of ${Math.round(this.world.random() * 1e9)}`;
    const promise = (onDevice: boolean): void => {
      if (onDevice && id !== undefined) {
        this.world.promised.push(id);
      }
    };
    this.outbox.add(conversation, text, promise);
    const id = this.outbox.of(conversation).at(-1)?.clientId;
  }

  die(): void {
    this.#alive = false;
    this.#endTurn?.();
  }

  #mortalStore(disk: OutboxStore): OutboxStore {
    return {
      onChange: (hear) =>
        disk.onChange(() => void this.#mortal(() => Promise.resolve().then(hear))),
      all: () => this.#inOrder(() => disk.all()),
      add: (message) => this.#inOrder(() => disk.add(message)),
      refuse: (ids, code) => this.#inOrder(() => disk.refuse(ids, code)),
      remove: (id) => this.#inOrder(() => disk.remove(id)),
      close: () => undefined,
    };
  }

  /** The transactions of one page run in the order in which it began them. */
  #inOrder<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#disk.then(() => this.#mortal(task));
    this.#disk = done.catch(() => undefined);
    return done;
  }

  async #mortal<T>(task: () => Promise<T>): Promise<T> {
    await this.#while();
    if (!this.#alive && this.world.random() < 0.5) {
      return NEVER;
    }
    const answer = await task().finally(() => (this.#alive ? undefined : NEVER));
    await this.#while();
    return this.#alive ? answer : NEVER;
  }

  #while(): Promise<void> {
    return new Promise((resolve) => {
      this.world.clock.schedule(this.world.random() * 10, resolve);
    });
  }
}

/** Whose turn it is among the pages of one browser: the one that asked first. */
export class TurnsInBrowser {
  #waiting: (() => void)[] = [];

  /** The way in which one page claims its turn. */
  claimer(): ClaimTurn {
    return (begin) => {
      const mine = (): void => begin();
      this.#waiting.push(mine);
      if (this.#waiting.length === 1) {
        mine();
      }
      return () => {
        const first = this.#waiting[0] === mine;
        this.#waiting = this.#waiting.filter((each) => each !== mine);
        if (first) {
          this.#waiting[0]?.();
        }
      };
    };
  }
}
