import type { Effort } from "./Effort.ts";
import type { Inline, Link } from "./nodes.ts";
import { plainOf } from "./plain.ts";
import type { Run } from "./runs.ts";
import { misleads } from "./targets.ts";
import { tokensOf, type Token } from "./tokens.ts";

/** How many emphases may be open at once; further signs stand for themselves. */
const MOST_OPEN = 16;

/** An emphasis that has begun, and what stands in it so far. */
type Frame = { readonly run: Run; left: number; children: Inline[] };

export function inlinesOf(text: string, effort: Effort): readonly Inline[] {
  return new Inlines(effort).read(tokensOf(text, effort));
}

/**
 * Tells emphasis apart as CommonMark does, with one pass over the tokens and a stack of those that
 * have begun.
 */
class Inlines {
  readonly #ended: Inline[] = [];
  readonly #open: Frame[] = [];

  constructor(private readonly effort: Effort) {}

  read(tokens: readonly Token[]): readonly Inline[] {
    for (const token of tokens) {
      this.effort.spend(1);
      switch (token.kind) {
        case "run":
          this.#run(token);
          break;
        case "link":
          this.#add(this.#link(token.href, token.label));
          break;
        case "text":
        case "code":
          this.#add(token);
      }
    }
    this.#unwind(0);
    return this.#ended;
  }

  #link(href: string, label: readonly Token[]): Link {
    const flat = label.map((token) =>
      token.kind === "link" ? ({ kind: "text", text: labelOf(token.label) } as const) : token,
    );
    const children = new Inlines(this.effort).read(flat);
    const read = plainOf(children);
    const shown = /[^\s\p{C}]/u.test(read) ? children : [{ kind: "text", text: href } as const];
    return {
      kind: "link",
      href,
      told: shown === children && misleads(read, href),
      children: shown,
    };
  }

  #run(run: Run): void {
    let left = run.count;
    while (run.closes && left > 0) {
      const opener = this.#openerOf(run);
      if (opener < 0) {
        break;
      }
      left -= this.#wrap(opener, left);
    }
    if (left === 0) {
      return;
    }
    if (run.opens && this.#open.length < MOST_OPEN) {
      this.#open.push({ run, left, children: [] });
    } else {
      this.#add({ kind: "text", text: run.sign.repeat(left) });
    }
  }

  #openerOf(closer: Run): number {
    return this.#open.findLastIndex(({ run, left }) => {
      this.effort.spend(1);
      // CommonMark's rule of three, by which *a**b* is one emphasis.
      const odd =
        (run.closes || closer.opens) &&
        (run.count + closer.count) % 3 === 0 &&
        (run.count % 3 !== 0 || closer.count % 3 !== 0);
      return run.sign === closer.sign && left > 0 && !odd;
    });
  }

  /** Ends an emphasis with so many signs at most; what began inside was none. Tells how many. */
  #wrap(index: number, most: number): number {
    this.#unwind(index + 1);
    const frame = this.#open[index];
    if (frame === undefined) {
      return most;
    }
    const signs = Math.min(frame.left, most, 2);
    const node: Inline = { kind: kindOf(frame.run, signs), children: frame.children };
    frame.left -= signs;
    if (frame.left === 0) {
      this.#open.pop();
      this.#add(node);
    } else {
      frame.children = [node];
    }
    return signs;
  }

  /** Takes as text what began at this depth or deeper. */
  #unwind(depth: number): void {
    while (this.#open.length > depth) {
      const frame = this.#open.pop();
      if (frame !== undefined) {
        this.effort.spend(frame.children.length);
        this.#add({ kind: "text", text: frame.run.sign.repeat(frame.left) });
        frame.children.forEach((child) => this.#add(child));
      }
    }
  }

  /** Texts beside each other become one. */
  #add(node: Inline): void {
    const siblings = this.#open.at(-1)?.children ?? this.#ended;
    const last = siblings.at(-1);
    if (node.kind === "text" && last?.kind === "text") {
      siblings[siblings.length - 1] = { kind: "text", text: last.text + node.text };
    } else {
      siblings.push(node);
    }
  }
}

function kindOf({ sign }: Run, signs: number): "strong" | "emphasis" | "strike" {
  if (sign === "~") {
    return "strike";
  }
  return signs === 2 ? "strong" : "emphasis";
}

function labelOf(label: readonly Token[]): string {
  return label.map((token) => ("text" in token ? token.text : "")).join("");
}
