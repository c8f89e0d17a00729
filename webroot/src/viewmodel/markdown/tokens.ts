import type { Effort } from "./Effort.ts";
import { runAt, type Run } from "./runs.ts";
import { addressesIn, targetOf, type Address } from "./targets.ts";

/** What a text consists of before emphasis is told apart. */
export type Token =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly href: string; readonly label: readonly Token[] }
  | Run;

const SPECIAL = /[\\`*_~[\]!<]/g;
const ESCAPED = /[!-/:-@[-`{-~]/;
const ANGLED = /<([^\s<>]+)>/y;
const MOST_PARENTHESES = 8;

export function tokensOf(text: string, effort: Effort): readonly Token[] {
  return new Tokeniser(text, effort).read();
}

class Tokeniser {
  readonly #tokens: Token[] = [];
  /** Where among the tokens brackets stand that a label may begin with. */
  readonly #brackets: number[] = [];
  readonly #addresses: readonly Address[];
  /** By their length, where runs of backticks begin. */
  readonly #backticks = new Map<number, number[]>();
  #nextAddress = 0;
  #nextSpecial = -1;
  #at = 0;
  #plain = "";

  constructor(
    private readonly text: string,
    private readonly effort: Effort,
  ) {
    effort.spend(text.length);
    this.#addresses = addressesIn(text);
    for (const { index, 0: run } of text.matchAll(/`+/g)) {
      const begins = this.#backticks.get(run.length);
      if (begins === undefined) {
        this.#backticks.set(run.length, [index]);
      } else {
        begins.push(index);
      }
    }
  }

  read(): readonly Token[] {
    while (this.#at < this.text.length) {
      this.effort.spend(1);
      const address = this.#addressAhead();
      const stop = Math.min(address?.from ?? this.text.length, this.#specialAhead());
      this.#plain += this.text.slice(this.#at, stop);
      this.#at = stop;
      if (address?.from === stop) {
        this.#link(address.href, [{ kind: "text", text: this.text.slice(stop, address.to) }]);
        this.#at = address.to;
      } else if (stop < this.text.length) {
        this.#special(this.text.charAt(stop));
      }
    }
    this.#flush();
    return this.#tokens;
  }

  #addressAhead(): Address | undefined {
    while ((this.#addresses[this.#nextAddress]?.from ?? this.#at) < this.#at) {
      this.#nextAddress += 1;
    }
    return this.#addresses[this.#nextAddress];
  }

  #specialAhead(): number {
    if (this.#nextSpecial < this.#at) {
      SPECIAL.lastIndex = this.#at;
      this.#nextSpecial = SPECIAL.exec(this.text)?.index ?? this.text.length;
    }
    return this.#nextSpecial;
  }

  #special(sign: string): void {
    switch (sign) {
      case "\\":
        this.#escape();
        break;
      case "`":
        this.#code();
        break;
      case "<":
        this.#angled();
        break;
      case "!":
      case "[":
        this.#open();
        break;
      case "]":
        this.#close();
        break;
      default:
        this.#run();
    }
  }

  /** Takes the next characters as they are. */
  #keep(length: number): void {
    this.#plain += this.text.slice(this.#at, this.#at + length);
    this.#at += length;
  }

  #escape(): void {
    if (ESCAPED.test(this.text.charAt(this.#at + 1))) {
      this.#at += 1;
    }
    this.#keep(1);
  }

  #code(): void {
    const length = this.#lengthOf("`");
    const from = this.#at + length;
    const ends = this.#backticks.get(length) ?? [];
    const skipped = ends.findIndex((each) => each >= from);
    this.effort.spend(skipped < 0 ? ends.length : skipped);
    ends.splice(0, skipped < 0 ? ends.length : skipped);
    const end = ends[0];
    if (end === undefined) {
      this.#keep(length);
      return;
    }
    const inner = this.text.slice(from, end).replaceAll("\n", " ");
    const padded = inner.startsWith(" ") && inner.endsWith(" ") && inner.trim() !== "";
    this.#push({ kind: "code", text: padded ? inner.slice(1, -1) : inner });
    this.#at = end + length;
  }

  #angled(): void {
    ANGLED.lastIndex = this.#at;
    const [whole, address = ""] = ANGLED.exec(this.text) ?? [];
    const href = targetOf(address);
    if (whole === undefined || href === undefined) {
      this.#keep(1);
      return;
    }
    this.#link(href, [{ kind: "text", text: address }]);
    this.#at += whole.length;
  }

  #open(): void {
    const signs = this.text.startsWith("![", this.#at) ? "![" : "[";
    if (!this.text.startsWith(signs, this.#at)) {
      this.#keep(1);
      return;
    }
    this.#push({ kind: "text", text: signs });
    this.#brackets.push(this.#tokens.length - 1);
    this.#at += signs.length;
  }

  #close(): void {
    const open = this.#brackets.pop();
    const destination = open === undefined ? undefined : this.#destination(this.#at + 1);
    const href = destination && targetOf(destination.address);
    if (open === undefined || destination === undefined || href === undefined) {
      this.#keep(1);
      return;
    }
    this.#flush();
    const label = this.#tokens.splice(open).slice(1);
    this.effort.spend(label.length);
    this.#link(href, label);
    this.#at = destination.end;
    // A link has no links inside.
    this.#brackets.length = 0;
  }

  /** What stands in parentheses from there on, and where they end. */
  #destination(from: number): { readonly address: string; readonly end: number } | undefined {
    if (this.text.charAt(from) !== "(") {
      return undefined;
    }
    let depth = 0;
    for (let at = from; at < this.text.length && depth <= MOST_PARENTHESES; at += 1) {
      this.effort.spend(1);
      const sign = this.text.charAt(at);
      if (/\s/.test(sign)) {
        return undefined;
      }
      depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
      if (depth === 0) {
        const inside = this.text.slice(from + 1, at);
        return { address: /^<(.*)>$/.exec(inside)?.[1] ?? inside, end: at + 1 };
      }
    }
    return undefined;
  }

  #run(): void {
    const run = runAt(this.text, this.#at);
    if (run === undefined) {
      this.#keep(this.#lengthOf(this.text.charAt(this.#at)));
      return;
    }
    this.#push(run);
    this.#at += run.count;
  }

  #lengthOf(sign: string): number {
    let end = this.#at;
    while (this.text.charAt(end) === sign) {
      end += 1;
    }
    return end - this.#at;
  }

  #link(href: string, label: readonly Token[]): void {
    this.#push({ kind: "link", href, label });
  }

  #push(token: Token): void {
    this.#flush();
    this.#tokens.push(token);
  }

  #flush(): void {
    if (this.#plain !== "") {
      this.#tokens.push({ kind: "text", text: this.#plain });
      this.#plain = "";
    }
  }
}
