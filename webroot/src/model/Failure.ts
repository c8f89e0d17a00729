import { FailureCode, type FailureName } from "../contract/generated.ts";

/** Who said it: the server, the deadline of a request, or the missing connection. */
export type FailureOrigin = "server" | "deadline" | "connection";

/** What a failure asks of its caller; also right for numbers that this release does not know. */
export type Duty = "show" | "retry" | "signIn";

/** The one way in which asking the server fails. */
export class Failure extends Error {
  override readonly name = "Failure";

  constructor(
    readonly code: number,
    readonly origin: FailureOrigin = "server",
    /** The field that is wrong, for MALFORMED. */
    readonly field?: string,
    /** Seconds that the server wants to be left alone. */
    readonly retryAfter?: number,
  ) {
    super(nameOf(code));
  }

  static unavailable(origin: FailureOrigin): Failure {
    return new Failure(FailureCode.UNAVAILABLE, origin);
  }

  /** Wraps what is no failure of ours: a defect counts as a fault, so that nobody hangs. */
  static from(cause: unknown): Failure {
    return cause instanceof Failure ? cause : new Failure(FailureCode.INTERNAL, "connection");
  }

  get duty(): Duty {
    switch (Math.floor(this.code / 1000)) {
      case 1:
        return "show";
      case 3:
        return "signIn";
      default:
        return "retry";
    }
  }

  is(name: FailureName): boolean {
    return this.code === FailureCode[name];
  }
}

/** The name of a number, or a name made of the number if this release does not know it. */
export function nameOf(code: number): string {
  const known = Object.entries(FailureCode).find(([, number]) => number === code);
  return known === undefined ? `FAILURE_${code}` : known[0];
}

/** The number of a name; INTERNAL for a name that this release does not know. */
export function codeOf(name: string): number {
  return name in FailureCode ? FailureCode[name as FailureName] : FailureCode.INTERNAL;
}
