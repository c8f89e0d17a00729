/** Makes the stores of a database of an older version, or of none (version 0). */
export type Upgrade = (database: IDBDatabase, from: number) => void;

/**
 * One database of the browser; opened when it is needed. Everything rejects when it fails, and for
 * good once another page has deleted it or a newer release has changed it.
 */
export class Database {
  #open: Promise<IDBDatabase> | undefined;
  #gone = false;

  constructor(
    private readonly name: string,
    private readonly version: number,
    private readonly upgrade: Upgrade,
    /** `strict`: what was answered survives the loss of power, too. */
    private readonly durability: "strict" | "relaxed",
  ) {}

  /**
   * Runs `work` in one transaction over all stores: resolves with its answer once everything is kept, or rejects and nothing happened. Transactions of one database that write run one after
   * the other, in the order of calls. `work` awaits nothing but requests of the transaction.
   */
  async run<T>(
    mode: "readonly" | "readwrite",
    work: (transaction: IDBTransaction) => Promise<T>,
  ): Promise<T> {
    const database = await this.#opened();
    const stores = [...database.objectStoreNames];
    const transaction = database.transaction(stores, mode, {
      durability: this.durability,
    });
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
    });
    const worked = work(transaction).catch((cause: unknown) => {
      abort(transaction);
      throw cause;
    });
    const [answer] = await Promise.all([worked, done]);
    return answer;
  }

  /** Lets it go; whoever runs something later opens it anew. */
  close(): void {
    const open = this.#open;
    this.#open = undefined;
    void open?.then((database) => database.close()).catch(() => undefined);
  }

  #opened(): Promise<IDBDatabase> {
    this.#open ??= this.#opening().catch((cause: unknown) => {
      this.#open = undefined;
      throw cause;
    });
    return this.#open;
  }

  async #opening(): Promise<IDBDatabase> {
    if (this.#gone) {
      throw new Error(`${this.name} was deleted or changed by another page`);
    }
    const request = indexedDB.open(this.name, this.version);
    request.onupgradeneeded = ({ oldVersion }) => this.upgrade(request.result, oldVersion);
    const database = await answered(request);
    // We must not be in the way, nor make it anew with what was to be forgotten.
    database.onversionchange = () => {
      this.#gone = true;
      this.close();
    };
    database.onclose = () => {
      this.#open = undefined;
    };
    return database;
  }
}

/** What a request answers. */
export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("no reason told"));
  });
}

/** Deletes a database as soon as no page uses it any more. */
export async function deleteDatabase(name: string): Promise<void> {
  await answered(indexedDB.deleteDatabase(name));
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
}
