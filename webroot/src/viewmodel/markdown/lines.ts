/** How far a line is indented, in columns; a tab reaches to the next multiple of four. */
export function indentOf(line: string): number {
  let columns = 0;
  for (const sign of line) {
    if (sign === " ") {
      columns += 1;
    } else if (sign === "\t") {
      columns += 4 - (columns % 4);
    } else {
      break;
    }
  }
  return columns;
}

/** A line without the first columns of its indentation. */
export function dedent(line: string, columns: number): string {
  const indent = indentOf(line);
  return " ".repeat(Math.max(0, indent - columns)) + line.trimStart();
}

export function isBlank(line: string | undefined): boolean {
  return line?.trim() === "";
}

export function isRule(line: string): boolean {
  return /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/.test(line);
}

/** The text of a heading and how many signs stand before it. */
export function headingOf(
  line: string,
): { readonly level: number; readonly text: string } | undefined {
  const match = /^ {0,3}(#{1,6})[ \t]+(?=\S)/.exec(line);
  return match === null
    ? undefined
    : { level: (match[1] ?? "").length, text: line.slice(match[0].length) };
}

export type Fence = { readonly sign: string; readonly length: number; readonly info: string };

export function fenceOf(line: string): Fence | undefined {
  const match = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
  const [, signs = "", info = ""] = match ?? [];
  return match === null || (signs.startsWith("`") && info.includes("`"))
    ? undefined
    : { sign: signs.charAt(0), length: signs.length, info: info.trim() };
}

export function endsFence(line: string, { sign, length }: Fence): boolean {
  const found = fenceOf(line);
  return found?.sign === sign && found.length >= length && found.info === "";
}

/** The line inside a quotation. Without a space behind it the sign belongs to a face: >:( */
export function quotedOf(line: string): string | undefined {
  const match = /^ {0,3}>(?: |(?=>|$))/.exec(line);
  return match === null ? undefined : line.slice(match[0].length);
}

export type Marker = {
  /** Items that follow each other with the same sign are of one list. */
  readonly sign: string;
  /** The number; undefined for a bullet. */
  readonly number: number | undefined;
  /** From this column on a line below belongs to the item. */
  readonly inside: number;
  /** The column where the item's text begins. */
  readonly text: number;
  /** What stands behind the marker. */
  readonly rest: string;
};

export function markerOf(line: string): Marker | undefined {
  const match = /^[ \t]*(?:([-+*])|(\d{1,9})([.)]))[ \t]+(?=\S)/.exec(line);
  if (match === null || isRule(line)) {
    return undefined;
  }
  const [whole, bullet, digits, ending] = match;
  const indent = indentOf(line);
  return {
    sign: bullet ?? ending ?? "",
    number: digits === undefined ? undefined : Number(digits),
    inside: indent + 2,
    text: indent + whole.trim().length + 1,
    rest: line.slice(whole.length),
  };
}
