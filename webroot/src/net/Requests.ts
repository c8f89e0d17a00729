import { codeOf, Failure } from "../model/Failure.ts";
import type { Cancel, Clock, Log } from "../model/ports.ts";
import type { SendFrame, ServerFrame } from "./frames.ts";

/** How long an answer is awaited; longer than the server's own deadline, so that it can speak. */
export const DEADLINE_MS = 8_000;
/** The most requests that await an answer. */
const MAX_OUTSTANDING = 500;
const REPLY = "reply.";

type Waiting = {
  readonly resolve: (body: unknown) => void;
  readonly reject: (failure: Failure) => void;
  readonly cancelDeadline: Cancel;
};

/** Requests that await their answers on one connection: each ends, with an answer or a failure. */
export class Requests {
  readonly #waiting = new Map<string, Waiting>();
  #count = 0;

  constructor(
    private readonly send: (frame: SendFrame) => boolean,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Whether an address is one of those that replies come under. */
  static isReply(address: string): boolean {
    return address.startsWith(REPLY);
  }

  ask(address: string, body: unknown, deadlineMs: number): Promise<unknown> {
    return new Promise((resolve, reject: (failure: Failure) => void) => {
      this.#count += 1;
      const replyAddress = `${REPLY}${this.#count}`;
      const frame = { type: "send", address, replyAddress, headers: {}, body } as const;
      if (this.#waiting.size >= MAX_OUTSTANDING || !this.send(frame)) {
        reject(Failure.unavailable("connection"));
        return;
      }
      const cancelDeadline = this.clock.schedule(deadlineMs, () => {
        this.#waiting.delete(replyAddress);
        reject(Failure.unavailable("deadline"));
      });
      this.#waiting.set(replyAddress, { resolve, reject, cancelDeadline });
    });
  }

  /** Gives a reply or failure to whoever awaits it; false if nobody does. */
  accept(frame: ServerFrame): boolean {
    const waiting = frame.address === undefined ? undefined : this.#waiting.get(frame.address);
    if (waiting === undefined || frame.address === undefined) {
      this.#strange(frame);
      return false;
    }
    this.#waiting.delete(frame.address);
    waiting.cancelDeadline();
    if (frame.type === "rec") {
      waiting.resolve(frame.body);
    } else {
      const code = frame.failureCode ?? codeOf(frame.message ?? "INTERNAL");
      waiting.reject(new Failure(code > 0 ? code : codeOf("UNAVAILABLE"), "server", frame.field));
    }
    return true;
  }

  /** The connection is gone: nobody is answered any more. */
  failAll(): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { cancelDeadline, reject } of waiting) {
      cancelDeadline();
      reject(Failure.unavailable("connection"));
    }
  }

  #strange(frame: ServerFrame): void {
    if (frame.type === "err") {
      this.log.warn("request.failure.unaddressed", { code: frame.failureCode ?? 0 });
    }
  }
}
