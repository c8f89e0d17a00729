import type { Me } from "../model/account.ts";
import { Changes } from "../model/Changes.ts";
import type { Cancel } from "../model/ports.ts";
import type { DraftStorage, Mark, Page } from "../viewmodel/ports.ts";

/** A page without a browser. */
export class FakePage implements Page {
  readonly changes = new Changes();
  attended = true;
  online = true;
  place = "";
  title = "";
  /** What was copied last. */
  copied = "";
  mayCopy = true;

  go(place: string): void {
    this.place = place;
    this.changes.emit();
  }

  replace(place: string): void {
    this.go(place);
  }

  entitle(title: string): void {
    this.title = title;
  }

  linkTo(place: string): string {
    return `https://parley.example/#/${place}`;
  }

  copy(text: string): Promise<boolean> {
    this.copied = this.mayCopy ? text : "";
    return Promise.resolve(this.mayCopy);
  }

  drawSecret(): Promise<{ readonly secret: string; readonly hash: string } | undefined> {
    return Promise.resolve({ secret: "s".repeat(43), hash: "h".repeat(43) });
  }

  attend(attended: boolean): void {
    this.attended = attended;
    this.changes.emit();
  }
}

export class FakeMark implements Mark {
  set = true;
  who: Me | undefined;
}

export class FakeDrafts implements DraftStorage {
  readonly texts = new Map<string, string>();
  readonly #others = new Changes();

  read(key: string): string {
    return this.texts.get(key) ?? "";
  }

  write(key: string, text: string): void {
    this.texts.set(key, text);
  }

  onChange(_: string, hear: () => void): Cancel {
    return this.#others.subscribe(hear);
  }

  /** Another page writes it. */
  writeElsewhere(key: string, text: string): void {
    this.texts.set(key, text);
    this.#others.emit();
  }
}
