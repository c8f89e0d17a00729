import { describe, expect, it } from "vitest";
import type { MessageAccepted, SendMessage } from "../contract/generated.ts";
import { FakeClock } from "../testing/FakeClock.ts";
import { always, MemoryOutboxStore } from "../testing/MemoryOutboxStore.ts";
import { MortalPage, TurnsInBrowser } from "../testing/MortalPage.ts";
import { message, refusal, seeded } from "../testing/samples.ts";
import { Failure } from "./Failure.ts";
import type { ClaimTurn } from "./OutboxStore.ts";
import { textOf } from "./messages.ts";

const ROOMS = ["one", "two"];
const HISTORIES = 60;
const STEPS = 80;

/** Stores each id once, as the real one does, and is otherwise as unkind as a network can be. */
class Server {
  readonly log: SendMessage[] = [];
  /** How many in a hundred requests or answers get lost. */
  losses = 30;
  /** Rooms that nobody may write in. */
  readonly closed = new Set<string>();

  constructor(
    private readonly random: () => number,
    private readonly clock: FakeClock,
  ) {}

  async send(request: SendMessage): Promise<MessageAccepted> {
    await this.#onTheWay();
    if (this.closed.has(request.conversation)) {
      throw refusal("NOT_A_MEMBER");
    }
    let at = this.log.findIndex(({ clientId }) => clientId === request.clientId);
    if (at < 0) {
      at = this.log.push(request) - 1;
    }
    await this.#onTheWay();
    return { message: message(at + 1, request) };
  }

  async #onTheWay(): Promise<void> {
    await new Promise<void>((resolve) => this.clock.schedule(this.random() * 300, resolve));
    if (this.random() * 100 < this.losses) {
      throw Failure.unavailable("deadline");
    }
  }
}

/** Notes the order in which messages came to the disk. */
class Disk extends MemoryOutboxStore {
  readonly order: string[] = [];
  /** Ids that were refused at some time: they left the order. */
  readonly everRefused = new Set<string>();

  override async add(added: Parameters<MemoryOutboxStore["add"]>[0]): Promise<boolean> {
    if (!this.order.includes(added.clientId)) {
      this.order.push(added.clientId);
    }
    return super.add(added);
  }

  override refuse(ids: readonly string[], code: number | undefined): Promise<void> {
    ids.forEach((id) => this.everRefused.add(id));
    return super.refuse(ids, code);
  }
}

async function history(seed: number, locks: boolean): Promise<void> {
  const random = seeded(seed);
  const clock = new FakeClock();
  const server = new Server(random, clock);
  const disk = new Disk();
  const turns = new TurnsInBrowser();
  const pages: MortalPage[] = [];
  const promised: string[] = [];
  let count = 0;
  const newId = (): string => `m${(count += 1)}`;
  const claimer = (): ClaimTurn => (locks ? turns.claimer() : always);
  const open = (): MortalPage => {
    const claimTurn = claimer();
    const world = { random, clock, disk, newId, claimTurn, promised };
    const page = new MortalPage(world, (request) => server.send(request));
    pages.push(page);
    return page;
  };
  const some = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];

  for (let step = 0; step < STEPS; step += 1) {
    const dice = random();
    const page = some(pages) ?? open();
    if (dice < 0.35) {
      page.write(some(ROOMS) ?? "one");
    } else if (dice < 0.5) {
      page.outbox.connected();
    } else if (dice < 0.6) {
      page.outbox.disconnected();
    } else if (dice < 0.7) {
      page.die();
      pages.splice(pages.indexOf(page), 1);
    } else if (dice < 0.76 && pages.length < 4) {
      open();
    } else if (dice < 0.8) {
      const room = some(ROOMS) ?? "one";
      if (!server.closed.delete(room)) {
        server.closed.add(room);
      }
    }
    await clock.pass(random() * 120);
  }

  pages.forEach((page) => page.die());
  server.losses = 10;
  server.closed.clear();
  const last = open();
  last.outbox.connected();
  await clock.pass(400_000);
  last.outbox.refused.forEach(({ messages }) =>
    messages.forEach(({ clientId }) => last.outbox.retry(clientId)),
  );
  await clock.pass(400_000);

  const stored = server.log.map(({ clientId }) => clientId);
  const texts = server.log.map(textOf);
  expect(new Set(texts).size, "no message twice").toBe(texts.length);
  expect(stored, "what was kept is stored").toEqual(expect.arrayContaining(promised));
  expect(stored, "what is on the disk is stored").toEqual(expect.arrayContaining(disk.order));
  expect(await disk.all()).toEqual([]);
  expect(last.outbox.unsent).toBe(0);
  for (const room of ROOMS) {
    const inRoom = server.log
      .filter(({ conversation }) => conversation === room)
      .map(({ clientId }) => clientId)
      .filter((id) => disk.order.includes(id) && !disk.everRefused.has(id));
    expect(inRoom, `order in ${room}`).toEqual(disk.order.filter((id) => inRoom.includes(id)));
  }
}

describe("Outbox, any history of crashes", () => {
  it("storesWhatWasKeptOnceAndInOrder", async () => {
    for (let seed = 1; seed <= HISTORIES; seed += 1) {
      await history(seed, true).catch((cause: unknown) => {
        throw new Error(`seed ${seed}`, { cause });
      });
    }
  });

  it("storesItOnceAndInOrderWithoutLocksToo", async () => {
    for (let seed = 1; seed <= HISTORIES; seed += 1) {
      await history(seed, false).catch((cause: unknown) => {
        throw new Error(`seed ${seed}`, { cause });
      });
    }
  });
});
