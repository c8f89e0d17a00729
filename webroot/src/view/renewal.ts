import { getContext, setContext } from "svelte";

const KEY = Symbol("renewal");

type Renew = () => Promise<void>;

/** Tells the views below how the session is renewed. */
export function provideRenewal(renew: Renew): void {
  setContext(KEY, renew);
}

/** How the session is renewed; does nothing where nobody told. */
export function renewal(): Renew {
  return getContext<Renew | undefined>(KEY) ?? (() => Promise.resolve());
}
