import type { Cancel, Clock } from "../model/ports.ts";

type Task = { readonly at: number; readonly run: () => void };

/** A clock that stands still until a test lets time pass. */
export class FakeClock implements Clock {
  #now = Date.UTC(2026, 0, 15, 12);
  readonly #tasks = new Set<Task>();

  now(): number {
    return this.#now;
  }

  schedule(ms: number, run: () => void): Cancel {
    const task = { at: this.#now + ms, run };
    this.#tasks.add(task);
    return () => this.#tasks.delete(task);
  }

  /** How many things are due at some time. */
  get planned(): number {
    return this.#tasks.size;
  }

  /** Lets time pass, step by step, and everything happen that is due. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settled();
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#tasks.delete(next);
      this.#now = next.at;
      next.run();
      await settled();
    }
    this.#now = end;
  }

  #next(end: number): Task | undefined {
    return [...this.#tasks].filter((task) => task.at <= end).sort((a, b) => a.at - b.at)[0];
  }
}

/** Everything that was promised and needs no time has happened. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 300; turn += 1) {
    await Promise.resolve();
  }
}
