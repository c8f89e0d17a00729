import { text } from "./en.ts";

const GENERAL: Readonly<Record<string, string>> = {
  MALFORMED: text.failures.malformed,
  UNKNOWN_ADDRESS: text.failures.malformed,
  FORBIDDEN: text.failures.forbidden,
  NOT_FOUND: text.failures.notFound,
  NOT_A_MEMBER: text.failures.notAMember,
  NOT_REACHABLE: text.failures.notReachable,
  LAST_OWNER: text.failures.lastOwner,
  TOO_MANY: text.failures.tooMany,
  WRONG_CREDENTIALS: text.failures.wrongCredentials,
  UNAVAILABLE: text.failures.unavailable,
  RATE_LIMITED: text.failures.rateLimited,
  INTERNAL: text.failures.internal,
  SESSION_EXPIRED: text.failures.sessionOver,
  SIGNED_OUT: text.failures.sessionOver,
};

const BY_FIELD: Readonly<Record<string, string>> = {
  username: text.failures.username,
  password: text.failures.password,
  displayName: text.failures.displayName,
  name: text.failures.name,
  topic: text.failures.topic,
};

/** A sentence about a failure, told by its name. */
export function failureText(name: string): string {
  return GENERAL[name] ?? text.failures.internal;
}

/** A sentence about what is wrong with a field of a form. */
export function fieldText(field: string): string {
  return BY_FIELD[field] ?? text.failures.malformed;
}
