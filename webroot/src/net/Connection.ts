import { CloseCode } from "../contract/generated.ts";
import { backoff } from "../model/backoff.ts";
import { Changes } from "../model/Changes.ts";
import { Failure } from "../model/Failure.ts";
import type {
  Address,
  BusPort,
  Cancel,
  Clock,
  Log,
  Random,
  ReplyOf,
  RequestOf,
} from "../model/ports.ts";
import { BusSocket, type WebSocketLike } from "./BusSocket.ts";
import type { ServerFrame } from "./frames.ts";
import { ANSWER_IN_DOUBT_MS, ANSWER_WITHIN_MS, Liveness } from "./Liveness.ts";
import { DEADLINE_MS, Requests } from "./Requests.ts";

/** How long a socket may take to open. */
const OPEN_WITHIN_MS = 10_000;
/** An open connection counts as good, and the next back-off begins anew, after this long. */
const SETTLED_MS = 5_000;
/** How long the next attempt waits at least, and again as much at most, when there are too many. */
export const CROWDED_PAUSE_MS = 30_000;

export type ConnectionState = "connecting" | "open" | "waiting" | "closed";

/** What the session says when a socket could not be opened. */
export type Standing = "valid" | "renewed" | "over" | "unreachable";

/** The network may be back or the page is looked at again; or the network may be gone. */
export type NetworkHint = "maybeBack" | "maybeGone";

/**
 * Invited to come back at once, simply lost, perhaps because the session is over, or because the
 * account has too many sockets.
 */
type Loss = "invited" | "lost" | "doubtful" | "crowded";

/** Who uses the connection. */
export interface ConnectionUser {
  connected(): void;
  disconnected(): void;
  deliver(address: string, body: unknown): void;
  /** A cheap request that the server must answer; fails otherwise. */
  probe(deadlineMs: number): Promise<void>;
  /** The session is over: the person must sign in again. */
  sessionOver(): void;
}

export type ConnectionPorts = {
  readonly openSocket: () => WebSocketLike;
  /** Asks by HTTP whether the session stands, renewing it if need be. */
  readonly confirmSession: () => Promise<Standing>;
  /** Calls back with what the browser believes about the network. */
  readonly onHint: (hear: (hint: NetworkHint) => void) => Cancel;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
};

/**
 * Keeps one socket open: connecting, open, waiting for the next attempt (exponential back-off with
 * full jitter), or closed because it was stopped or the session is over.
 */
export class Connection implements BusPort {
  readonly changes = new Changes();
  readonly #requests: Requests;
  readonly #liveness: Liveness;
  #user: ConnectionUser | undefined;
  #state: ConnectionState = "closed";
  #socket: BusSocket | undefined;
  #attempt = 0;
  #crowded = false;
  #timers: readonly Cancel[] = [];
  #stopHints: Cancel | undefined;

  constructor(private readonly ports: ConnectionPorts) {
    const { clock, log } = ports;
    this.#requests = new Requests((frame) => this.#socket?.send(frame) ?? false, clock, log);
    this.#liveness = new Liveness(clock, (deadlineMs) => this.#probe(deadlineMs));
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Whether the server refuses this page because the account has too many sockets. */
  get crowded(): boolean {
    return this.#crowded;
  }

  /** Begins to connect on behalf of `user`. */
  start(user: ConnectionUser): void {
    this.stop();
    this.#user = user;
    this.#attempt = 0;
    this.#stopHints = this.ports.onHint((hint) => this.#hinted(hint));
    this.#connect();
  }

  /** Ends it; nothing is told to the user any more but that the connection is gone. */
  stop(): void {
    this.#stopHints?.();
    this.#crowded = false;
    this.#close("closed");
    this.#user = undefined;
  }

  /** Does not wait for the next attempt any longer. */
  retryNow(): void {
    if (this.#state === "waiting") {
      this.#connect();
    }
  }

  /** The session may be over or somebody else's: closes, and asks for it before coming back. */
  doubt(): void {
    if (this.#state === "open") {
      void this.#closed("doubtful");
    }
  }

  request<A extends Address>(
    address: A,
    body: RequestOf<A>,
    deadlineMs = DEADLINE_MS,
  ): Promise<ReplyOf<A>> {
    if (this.#state !== "open") {
      return Promise.reject(Failure.unavailable("connection"));
    }
    const reply = this.#requests.ask(address, body, deadlineMs) as Promise<ReplyOf<A>>;
    return reply.catch((cause: unknown) => {
      const failure = Failure.from(cause);
      if (failure.duty === "signIn") {
        this.doubt();
      }
      throw failure;
    });
  }

  #connect(): void {
    this.#clearTimers();
    this.#become("connecting");
    let opened = false;
    const socket: BusSocket = new BusSocket(
      this.ports.openSocket(),
      {
        opened: () => {
          opened = true;
          this.#opened();
        },
        frame: (frame) => this.#frame(frame),
        closed: (code) => {
          if (this.#socket === socket) {
            this.#socket = undefined;
            void this.#closed(opened ? lossOf(code) : "doubtful");
          }
        },
      },
      this.ports.log,
    );
    this.#socket = socket;
    this.#after(OPEN_WITHIN_MS, () => socket.close());
  }

  #opened(): void {
    this.#clearTimers();
    this.#become("open");
    this.#after(SETTLED_MS, () => {
      this.#attempt = 0;
    });
    this.#liveness.start();
    this.#user?.connected();
  }

  #frame(frame: ServerFrame): void {
    this.#liveness.heard();
    this.#uncrowd();
    if (frame.type === "err" || Requests.isReply(frame.address)) {
      this.#requests.accept(frame);
    } else {
      this.#user?.deliver(frame.address, frame.body);
    }
  }

  /** The socket is gone: come back, after asking for the session if that may be the reason. */
  async #closed(loss: Loss): Promise<void> {
    const settled = this.#attempt === 0;
    this.#crowded = loss === "crowded";
    this.#close("waiting");
    if (loss === "invited" && settled) {
      this.#attempt = 1;
      this.#connect();
      return;
    }
    const user = this.#user;
    const standing = loss === "doubtful" ? await this.ports.confirmSession() : "valid";
    if (this.#state !== "waiting" || this.#user !== user) {
      return;
    }
    if (standing === "over") {
      this.stop();
      user?.sessionOver();
    } else if (standing === "renewed") {
      this.#connect();
    } else {
      this.#after(this.#pause(loss), () => this.#connect());
      this.#attempt += 1;
    }
  }

  #pause(loss: Loss): number {
    return loss === "crowded"
      ? CROWDED_PAUSE_MS * (1 + this.ports.random())
      : backoff(this.#attempt, this.ports.random);
  }

  /** The server talks to us: only now is it known that there was a place. */
  #uncrowd(): void {
    if (this.#crowded) {
      this.#crowded = false;
      this.changes.emit();
    }
  }

  #hinted(hint: NetworkHint): void {
    if (hint === "maybeBack") {
      this.retryNow();
    }
    if (this.#state === "open") {
      this.#liveness.checkNow(hint === "maybeGone" ? ANSWER_IN_DOUBT_MS : ANSWER_WITHIN_MS);
    }
  }

  async #probe(deadlineMs: number): Promise<void> {
    const socket = this.#socket;
    try {
      await this.#user?.probe(deadlineMs);
    } catch (cause) {
      if (Failure.from(cause).origin === "deadline" && this.#socket === socket) {
        this.ports.log.warn("connection.frozen");
        socket?.close();
      }
    }
  }

  #close(state: ConnectionState): void {
    const socket = this.#socket;
    const wasOpen = this.#state === "open";
    this.#socket = undefined;
    this.#clearTimers();
    this.#liveness.stop();
    this.#become(state);
    socket?.close();
    this.#requests.failAll();
    if (wasOpen) {
      this.#user?.disconnected();
    }
  }

  #become(state: ConnectionState): void {
    if (this.#state !== state) {
      this.#state = state;
      this.changes.emit();
    }
  }

  #after(ms: number, task: () => void): void {
    this.#timers = [...this.#timers, this.ports.clock.schedule(ms, task)];
  }

  #clearTimers(): void {
    this.#timers.forEach((cancel) => cancel());
    this.#timers = [];
  }
}

function lossOf(closeCode: number): Loss {
  switch (closeCode) {
    case CloseCode.TOO_SLOW:
      return "invited";
    case CloseCode.SESSION_OVER:
      return "doubtful";
    case CloseCode.TOO_MANY_SOCKETS:
      return "crowded";
    default:
      return "lost";
  }
}
