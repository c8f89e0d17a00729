/** Four times what the worst known text of 4,000 units takes. */
const MOST_STEPS = 200_000;

/** Counts what reading a text takes, so that no text takes long. */
export class Effort {
  steps = 0;

  /** @throws Exhausted when it was too much */
  spend(steps: number): void {
    this.steps += steps;
    if (this.steps > MOST_STEPS) {
      throw new Exhausted();
    }
  }
}

export class Exhausted extends Error {
  constructor() {
    super("a text took too many steps to read");
  }
}
