import { FailureCode, type FailureName } from "../contract/generated.ts";
import { codeOf, Failure } from "../model/Failure.ts";

export type Method = "GET" | "POST" | "PUT" | "DELETE";
export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/** How long an answer is awaited, in milliseconds. */
const DEADLINE_MS = 15_000;

/** What a status says when the answer is no problem document. */
const BY_STATUS: Readonly<Record<number, FailureName>> = {
  400: "MALFORMED",
  401: "SESSION_EXPIRED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  409: "NAME_TAKEN",
  413: "MALFORMED",
  415: "MALFORMED",
  422: "MALFORMED",
  429: "RATE_LIMITED",
};

/** Asks the HTTP API; rejects with a `Failure` only. */
export class Http {
  #ending = new AbortController();

  constructor(private readonly fetch: Fetch) {}

  /** Ends all requests that are under way, as if the connection were gone. */
  abort(): void {
    this.#ending.abort();
    this.#ending = new AbortController();
  }

  /** A body goes as JSON, a blob as it is. The JSON of the answer; undefined for an empty one. */
  async ask(method: Method, path: string, body?: unknown): Promise<unknown> {
    const response = await this.#send(method, path, body);
    if (!response.ok) {
      throw await failureOf(response);
    }
    return response.status === 204 || response.status === 202 ? undefined : await jsonOf(response);
  }

  async #send(method: string, path: string, body: unknown): Promise<Response> {
    try {
      return await this.fetch(path, {
        method,
        credentials: "same-origin",
        cache: "no-store",
        signal: AbortSignal.any([this.#ending.signal, AbortSignal.timeout(DEADLINE_MS)]),
        headers: { Accept: "application/json", ...contentType(body) },
        ...(body === undefined ? {} : { body: written(body) }),
      });
    } catch {
      throw Failure.unavailable("connection");
    }
  }
}

function contentType(body: unknown): Record<string, string> {
  if (body instanceof Blob) {
    return { "Content-Type": body.type };
  }
  return body === undefined ? {} : { "Content-Type": "application/json" };
}

function written(body: unknown): BodyInit {
  return body instanceof Blob ? body : JSON.stringify(body);
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw Failure.unavailable("connection");
  }
}

async function failureOf(response: Response): Promise<Failure> {
  const problem = (await response.json().catch(() => null)) as {
    readonly code?: unknown;
    readonly field?: unknown;
  } | null;
  const fallback = BY_STATUS[response.status];
  const code =
    typeof problem?.code === "string"
      ? codeOf(problem.code)
      : FailureCode[fallback ?? (response.status === 503 ? "UNAVAILABLE" : "INTERNAL")];
  const field = typeof problem?.field === "string" ? problem.field : undefined;
  const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return new Failure(code, "server", field, Number.isFinite(seconds) ? seconds : undefined);
}
