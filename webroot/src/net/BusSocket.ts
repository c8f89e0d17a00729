import type { Log } from "../model/ports.ts";
import { parseFrame, type SendFrame, type ServerFrame } from "./frames.ts";

/** Bytes that may wait in the browser before sending is refused. */
const MAX_BUFFERED = 1_048_576;

/** The code of a close that nothing is wrong with, as the protocol defines it. */
const NORMAL_CLOSURE = 1000;

/** What of a WebSocket is used; tests bring their own. */
export interface WebSocketLike {
  binaryType: BinaryType;
  readonly bufferedAmount: number;
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  send(text: string): void;
  close(code?: number): void;
}

export interface SocketListener {
  opened(): void;
  frame(frame: ServerFrame): void;
  /** Once, also when it never opened. */
  closed(code: number): void;
}

/** One WebSocket to the bridge, in frames. */
export class BusSocket {
  readonly #decoder = new TextDecoder();
  #listener: SocketListener | undefined;

  constructor(
    private readonly socket: WebSocketLike,
    listener: SocketListener,
    private readonly log: Log,
  ) {
    this.#listener = listener;
    socket.binaryType = "arraybuffer";
    socket.onopen = () => this.#listener?.opened();
    socket.onmessage = ({ data }) => this.#received(data);
    socket.onclose = ({ code }) => this.#closed(code);
  }

  /** Sends a frame; false if so much waits already that it would only grow old. */
  send(frame: SendFrame): boolean {
    if (this.socket.bufferedAmount > MAX_BUFFERED) {
      return false;
    }
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  /** Ends it now: the other side may be frozen, so its farewell is not awaited. */
  close(): void {
    this.#closed(NORMAL_CLOSURE);
    this.socket.close(NORMAL_CLOSURE);
  }

  #closed(code: number): void {
    const listener = this.#listener;
    this.#listener = undefined;
    listener?.closed(code);
  }

  #received(data: unknown): void {
    const text = data instanceof ArrayBuffer ? this.#decoder.decode(data) : data;
    const frame = typeof text === "string" ? parseFrame(text) : undefined;
    if (frame === undefined) {
      this.log.warn("socket.frame.unreadable");
      return;
    }
    this.#listener?.frame(frame);
  }
}
