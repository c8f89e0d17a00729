/** What has to be ended together, in the reverse order of its beginning. */
export class Disposables {
  #ends: (() => void)[] = [];

  /** Remembers how to end something that was begun. */
  add(...ends: readonly (() => void)[]): void {
    this.#ends.push(...ends);
  }

  /** Ends everything; doing it twice is doing it once. */
  dispose(): void {
    const ends = this.#ends.reverse();
    this.#ends = [];
    ends.forEach((end) => end());
  }
}
