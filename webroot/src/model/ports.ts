import type { Operations } from "../contract/generated.ts";

/** Stops what was scheduled; doing it twice is doing it once. */
export type Cancel = () => void;

/** Time as the program sees it: injected, so that tests decide when it passes. */
export interface Clock {
  /** Milliseconds since 1970; for people's eyes only, never for order. */
  now(): number;
  /** Runs `task` once after `ms` milliseconds, unless cancelled. */
  schedule(ms: number, task: () => void): Cancel;
}

/** A number in [0, 1). */
export type Random = () => number;

export type Address = keyof Operations;
export type RequestOf<A extends Address> = Operations[A]["request"];
export type ReplyOf<A extends Address> = Operations[A]["reply"];

/** The event bus of the server, as far as a browser may use it. */
export interface BusPort {
  /**
   * Asks and waits for the answer. Rejects with a `Failure` only: what the server declared, or
   * UNAVAILABLE if no answer came within `deadlineMs` or the connection is not there.
   */
  request<A extends Address>(
    address: A,
    body: RequestOf<A>,
    deadlineMs?: number,
  ): Promise<ReplyOf<A>>;
}

/** Whether somebody uses this device. */
export interface Activity {
  /** Tells now and then while somebody does, until the returned function is called. */
  follow(tell: () => void): Cancel;
}

/** Where defects and oddities are told. Never a message's text. */
export interface Log {
  warn(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
}

/** A new UUIDv7 in its written form. */
export type NewId = () => string;
