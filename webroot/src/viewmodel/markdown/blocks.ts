import { Effort, Exhausted } from "./Effort.ts";
import { inlinesOf } from "./inlines.ts";
import {
  dedent,
  endsFence,
  fenceOf,
  headingOf,
  indentOf,
  isBlank,
  isRule,
  markerOf,
  quotedOf,
  type Fence,
  type Marker,
} from "./lines.ts";
import type { Block, Fenced, List } from "./nodes.ts";

/** How deep quotations and lists may nest; further signs stand for themselves. */
const DEEPEST = 8;

/**
 * Reads the Markdown of a message: CommonMark as far as people write it by hand, without HTML and
 * definitions elsewhere in the text, with lines ending where they were ended. Any text is one; what
 * would take too long to read is a single paragraph without emphasis and links.
 */
export function blocksOf(source: string, effort = new Effort()): readonly Block[] {
  try {
    return new Blocks(source.split(/\r\n|\r|\n/), 0, effort).read();
  } catch (error) {
    if (error instanceof Exhausted) {
      return [{ kind: "paragraph", children: [{ kind: "text", text: source }] }];
    }
    throw error;
  }
}

class Blocks {
  #at = 0;

  constructor(
    private readonly lines: readonly string[],
    private readonly depth: number,
    private readonly effort: Effort,
  ) {
    effort.spend(lines.reduce((units, line) => units + line.length + 1, 0));
  }

  read(): readonly Block[] {
    const blocks: Block[] = [];
    for (let line = this.#line; line !== undefined; line = this.#line) {
      if (isBlank(line)) {
        this.#at += 1;
      } else {
        blocks.push(this.#block(line));
      }
    }
    return blocks;
  }

  get #line(): string | undefined {
    return this.lines[this.#at];
  }

  #block(line: string): Block {
    const fence = fenceOf(line);
    if (fence !== undefined) {
      return this.#fenced(line, fence);
    }
    if (isRule(line)) {
      this.#at += 1;
      return { kind: "rule" };
    }
    const heading = headingOf(line);
    if (heading !== undefined) {
      this.#at += 1;
      const children = inlinesOf(heading.text, this.effort);
      return { kind: "heading", level: heading.level, children };
    }
    if (this.depth < DEEPEST && quotedOf(line) !== undefined) {
      return this.#quote();
    }
    const marker = this.#markerOf(line);
    return marker === undefined ? this.#paragraph(line) : this.#list(marker);
  }

  #fenced(first: string, fence: Fence): Fenced {
    const indent = indentOf(first);
    const inside: string[] = [];
    this.#at += 1;
    for (let line = this.#line; line !== undefined; line = this.#line) {
      this.#at += 1;
      if (endsFence(line, fence)) {
        break;
      }
      inside.push(indent === 0 ? line : dedent(line, indent));
    }
    const language = /^[\w+#.-]{1,32}/.exec(fence.info)?.[0].toLowerCase();
    return { kind: "fenced", language, text: inside.join("\n") };
  }

  /** Ends with the first line that has no sign: what stands below a quotation is an answer. */
  #quote(): Block {
    const inside: string[] = [];
    let quoted = quotedOf(this.#line ?? "");
    while (quoted !== undefined) {
      inside.push(quoted);
      this.#at += 1;
      quoted = quotedOf(this.#line ?? "");
    }
    return { kind: "quote", children: this.#within(inside) };
  }

  #list(first: Marker): List {
    const items: (readonly Block[])[] = [];
    let marker: Marker | undefined = first;
    while (marker?.sign === first.sign) {
      items.push(this.#within(this.#item(marker)));
      const next = this.#afterBlanks();
      marker = this.#markerOf(this.lines[next] ?? "");
      this.#at = marker?.sign === first.sign ? next : this.#at;
    }
    return { kind: "list", start: first.number, items };
  }

  /** The lines of an item: those below belong to it as far as they are indented. */
  #item(marker: Marker): readonly string[] {
    const inside = [marker.rest];
    this.#at += 1;
    for (;;) {
      const next = this.#afterBlanks();
      const line = this.lines[next];
      if (line === undefined || indentOf(line) < marker.inside) {
        return inside;
      }
      inside.push(...this.lines.slice(this.#at, next), dedent(line, marker.text));
      this.#at = next + 1;
    }
  }

  #afterBlanks(): number {
    let next = this.#at;
    while (isBlank(this.lines[next])) {
      this.effort.spend(1);
      next += 1;
    }
    return next;
  }

  #paragraph(first: string): Block {
    const inside = [first];
    this.#at += 1;
    for (let line = this.#line; line !== undefined; line = this.#line) {
      if (isBlank(line) || this.#interrupts(line)) {
        break;
      }
      inside.push(line);
      this.#at += 1;
    }
    return { kind: "paragraph", children: inlinesOf(inside.join("\n"), this.effort) };
  }

  /** A number other than 1 at the beginning of a line is rather one that a sentence holds. */
  #interrupts(line: string): boolean {
    const marker = this.#markerOf(line);
    return (
      fenceOf(line) !== undefined ||
      isRule(line) ||
      headingOf(line) !== undefined ||
      (this.depth < DEEPEST && quotedOf(line) !== undefined) ||
      (marker !== undefined && (marker.number ?? 1) === 1)
    );
  }

  #markerOf(line: string): Marker | undefined {
    return this.depth < DEEPEST ? markerOf(line) : undefined;
  }

  #within(lines: readonly string[]): readonly Block[] {
    return new Blocks(lines, this.depth + 1, this.effort).read();
  }
}
