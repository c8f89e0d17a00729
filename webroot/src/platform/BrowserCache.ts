import type { ConversationId, UserId } from "../contract/generated.ts";
import {
  type CachedList,
  type CachedSegment,
  type CacheStore,
  MAX_SEGMENTS,
} from "../model/CacheStore.ts";
import { answered, Database } from "./Database.ts";

const LIST = "list";
const SEGMENTS = "segments";
const BY_TURN = "turn";
/** Which release wrote the database, in the store of the list. */
const RELEASE = "release";
/** The shape of what is kept here; another one drops the cache. */
const SHAPE = 3;

type Kept = CachedSegment & { readonly turn: number };

/** The database with what the server told an account. */
export function cacheName(account: UserId): string {
  return `parley-cache-${account}`;
}

/** A cache in the browser's database. What another shape or contract wrote is dropped. */
export class BrowserCache implements CacheStore {
  readonly #database: Database;
  readonly #release: string;

  constructor(account: UserId, contractVersion: number) {
    this.#release = `${SHAPE}.${contractVersion}`;
    const make = (database: IDBDatabase): void => {
      database.createObjectStore(LIST);
      database.createObjectStore(SEGMENTS).createIndex(BY_TURN, BY_TURN);
    };
    this.#database = new Database(cacheName(account), 1, make, "relaxed");
  }

  readList(): Promise<CachedList | undefined> {
    return this.#read((transaction) => transaction.objectStore(LIST).get(LIST));
  }

  readSegment(conversation: ConversationId): Promise<CachedSegment | undefined> {
    return this.#read((transaction) => transaction.objectStore(SEGMENTS).get(conversation));
  }

  write(
    list: CachedList,
    segments: ReadonlyMap<ConversationId, CachedSegment | undefined>,
  ): Promise<void> {
    return this.#database.run("readwrite", async (transaction) => {
      const [lists, kept] = [transaction.objectStore(LIST), transaction.objectStore(SEGMENTS)];
      if (!(await this.#isOurs(transaction))) {
        kept.clear();
        lists.put(this.#release, RELEASE);
      }
      lists.put(list, LIST);
      let turn = await lastTurn(kept);
      for (const [id, segment] of segments) {
        turn += 1;
        if (segment === undefined) {
          kept.delete(id);
        } else {
          kept.put({ ...segment, turn } satisfies Kept, id);
        }
      }
      await dropOldest(kept);
    });
  }

  close(): void {
    this.#database.close();
  }

  #read<T>(get: (transaction: IDBTransaction) => IDBRequest): Promise<T | undefined> {
    return this.#database.run("readonly", async (transaction) =>
      (await this.#isOurs(transaction))
        ? answered(get(transaction) as IDBRequest<T | undefined>)
        : undefined,
    );
  }

  async #isOurs(transaction: IDBTransaction): Promise<boolean> {
    const release: unknown = await answered(transaction.objectStore(LIST).get(RELEASE));
    return release === this.#release;
  }
}

async function lastTurn(kept: IDBObjectStore): Promise<number> {
  const last = await answered(kept.index(BY_TURN).openKeyCursor(null, "prev"));
  return typeof last?.key === "number" ? last.key : 0;
}

async function dropOldest(kept: IDBObjectStore): Promise<void> {
  const excess = (await answered(kept.count())) - MAX_SEGMENTS;
  if (excess > 0) {
    for (const id of await answered(kept.index(BY_TURN).getAllKeys(null, excess))) {
      kept.delete(id);
    }
  }
}
