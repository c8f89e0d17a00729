import type { ClientId, UserId } from "../contract/generated.ts";
import { Changes } from "../model/Changes.ts";
import { judged, MAX_UNSENT, type OutboxStore, type Unsent } from "../model/OutboxStore.ts";
import type { Cancel } from "../model/ports.ts";
import { answered, Database } from "./Database.ts";

const MESSAGES = "messages";
const BY_CLIENT_ID = "clientId";
const VERSION = 1;

/** The database with an account's unsent messages; it is never dropped for its version. */
export function outboxName(account: UserId): string {
  return `parley-outbox-${account}`;
}

/** Unsent messages of one account in the browser's database; its pages tell one another. */
export class BrowserOutbox implements OutboxStore {
  readonly #database: Database;
  readonly #channel: BroadcastChannel;
  readonly #changes = new Changes();

  constructor(account: UserId) {
    const name = outboxName(account);
    const make = (database: IDBDatabase): void => {
      // The key is a number that grows: the order of all pages' messages.
      const store = database.createObjectStore(MESSAGES, { autoIncrement: true });
      store.createIndex(BY_CLIENT_ID, BY_CLIENT_ID, { unique: true });
    };
    this.#database = new Database(name, VERSION, make, "strict");
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = () => this.#changes.emit();
  }

  onChange(hear: () => void): Cancel {
    return this.#changes.subscribe(hear);
  }

  all(): Promise<readonly Unsent[]> {
    return this.#database.run("readonly", (transaction) =>
      answered(transaction.objectStore(MESSAGES).getAll() as IDBRequest<Unsent[]>),
    );
  }

  add(message: Unsent): Promise<boolean> {
    return this.#change(async (store) => {
      const known = await answered(store.index(BY_CLIENT_ID).getKey(message.clientId));
      if (known !== undefined) {
        return true;
      }
      if ((await answered(store.count())) >= MAX_UNSENT) {
        return false;
      }
      await answered(store.add(message));
      return true;
    });
  }

  refuse(ids: readonly ClientId[], code: number | undefined): Promise<void> {
    return this.#change(async (store) => {
      for (const id of ids) {
        const number = await answered(store.index(BY_CLIENT_ID).getKey(id));
        if (number !== undefined) {
          const message = await answered(store.get(number) as IDBRequest<Unsent>);
          await answered(store.put(judged(message, code), number));
        }
      }
    });
  }

  remove(id: ClientId): Promise<void> {
    return this.#change(async (store) => {
      const number = await answered(store.index(BY_CLIENT_ID).getKey(id));
      if (number !== undefined) {
        await answered(store.delete(number));
      }
    });
  }

  close(): void {
    this.#channel.close();
    this.#database.close();
  }

  async #change<T>(change: (store: IDBObjectStore) => Promise<T>): Promise<T> {
    const answer = await this.#database.run("readwrite", (transaction) =>
      change(transaction.objectStore(MESSAGES)),
    );
    this.#channel.postMessage("changed");
    return answer;
  }
}
