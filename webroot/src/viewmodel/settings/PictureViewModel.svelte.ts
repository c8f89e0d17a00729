import { Failure } from "../../model/Failure.ts";
import { text } from "../../text/en.ts";
import { failureText } from "../../text/failureText.ts";
import { CENTRE, type Crop, cropOf } from "../crop.ts";
import { observe } from "../observe.ts";
import type { Pictured } from "../pictured.ts";

/** What the server takes at most, in bytes. */
const MAX_BYTES = 5 * 1024 * 1024;

/** A picture that was chosen, as the browser decoded it. */
export type Chosen = { readonly width: number; readonly height: number };

/** A picture that I may change: which part of a file is shown. */
export class PictureViewModel {
  across = $state(CENTRE.across);
  down = $state(CENTRE.down);
  zoom = $state(CENTRE.zoom);
  chosen = $state.raw<Chosen | undefined>();
  busy = $state(false);
  /** What was done last, in words. */
  told = $state("");
  problem = $state<string | undefined>();
  readonly #observe: () => void;

  constructor(private readonly pictured: Pictured) {
    this.#observe = observe(pictured.changes);
  }

  /** The hash of the picture that is there. */
  get current(): string | undefined {
    this.#observe();
    return this.pictured.current();
  }

  get crop(): Crop | undefined {
    const { chosen, across, down, zoom } = this;
    return chosen === undefined
      ? undefined
      : cropOf(chosen.width, chosen.height, { across, down, zoom });
  }

  choose(chosen: Chosen): void {
    this.across = CENTRE.across;
    this.down = CENTRE.down;
    this.zoom = CENTRE.zoom;
    this.problem = undefined;
    this.told = "";
    this.chosen = chosen;
  }

  /** The browser could not read the file. */
  refuse(): void {
    this.chosen = undefined;
    this.problem = text.settings.picture.unreadable;
  }

  cancel(): void {
    this.chosen = undefined;
    this.problem = undefined;
  }

  /** Stores the part that is seen, as the view painted it. */
  async submit(painted: Blob | null): Promise<void> {
    if (painted === null || painted.size > MAX_BYTES) {
      this.problem = text.settings.picture.unreadable;
      return;
    }
    await this.#do(() => this.pictured.change(painted), this.pictured.words.done);
  }

  async remove(): Promise<void> {
    await this.#do(() => this.pictured.remove(), this.pictured.words.removed);
  }

  async #do(ask: () => Promise<void>, told: string): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem = undefined;
    this.told = "";
    try {
      await ask();
      this.chosen = undefined;
      this.told = told;
    } catch (cause) {
      const failure = Failure.from(cause);
      this.problem =
        failure.field === "image" ? text.settings.picture.unreadable : failureText(failure.message);
    } finally {
      this.busy = false;
    }
  }
}
