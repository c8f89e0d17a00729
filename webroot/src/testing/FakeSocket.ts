import { FailureCode, type FailureName } from "../contract/generated.ts";
import type { WebSocketLike } from "../net/BusSocket.ts";

/** What a browser says of a socket that ended without a farewell. */
const ABNORMAL_CLOSURE = 1006;

/** A socket whose other end is the test. */
export class FakeSocket implements WebSocketLike {
  binaryType: BinaryType = "blob";
  bufferedAmount = 0;
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  closedByClient = false;
  readonly sent: { address: string; replyAddress: string; body: unknown }[] = [];

  send(text: string): void {
    this.sent.push(JSON.parse(text) as (typeof this.sent)[number]);
  }

  close(): void {
    this.closedByClient = true;
  }

  open(): void {
    this.onopen?.({} as Event);
  }

  /** The server or the network ends it. */
  drop(code = ABNORMAL_CLOSURE): void {
    this.onclose?.({ code } as CloseEvent);
  }

  receive(frame: object, binary = false): void {
    const text = JSON.stringify(frame);
    const data = binary ? new TextEncoder().encode(text).buffer : text;
    this.onmessage?.({ data } as MessageEvent);
  }

  /** Answers the request that was sent last. */
  reply(body: unknown): void {
    this.receive({ type: "rec", address: this.sent.at(-1)?.replyAddress, body });
  }

  refuse(message: FailureName, field?: string): void {
    const address = this.sent.at(-1)?.replyAddress;
    this.receive({
      type: "err",
      address,
      failureCode: FailureCode[message],
      failureType: "RECIPIENT_FAILURE",
      message,
      ...(field === undefined ? {} : { field }),
    });
  }
}
