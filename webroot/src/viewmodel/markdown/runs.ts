/** A run of signs that emphasis may begin or end with. */
export type Run = {
  readonly kind: "run";
  readonly sign: Sign;
  readonly count: number;
  readonly opens: boolean;
  readonly closes: boolean;
};

export type Sign = "*" | "_" | "~";

/** Longer runs are text: nobody means emphasis by them, and so it cannot nest without end. */
const LONGEST = 3;

const RUN = /\*+|_+|~+/y;

/** The run that begins there; undefined for one that stands for itself. */
export function runAt(text: string, at: number): Run | undefined {
  RUN.lastIndex = at;
  const signs = RUN.exec(text)?.[0] ?? "";
  const sign = signs.charAt(0);
  if (signs.length > LONGEST || !isSign(sign) || (sign === "~" && signs.length !== 2)) {
    return undefined;
  }
  const before = classOf(/.$/su.exec(text.slice(Math.max(0, at - 2), at))?.[0]);
  const after = classOf(/^./su.exec(text.slice(at + signs.length, at + signs.length + 2))?.[0]);
  const left = after !== "space" && (after !== "sign" || before !== "letter");
  const right = before !== "space" && (before !== "sign" || after !== "letter");
  const inWord = sign === "_" && left && right;
  return {
    kind: "run",
    sign,
    count: signs.length,
    opens: left && (!inWord || before === "sign"),
    closes: right && (!inWord || after === "sign"),
  };
}

function isSign(sign: string): sign is Sign {
  return sign === "*" || sign === "_" || sign === "~";
}

/** What emphasis beside it depends on. Scripts that put no space between words are their own. */
function classOf(character: string | undefined): "space" | "sign" | "script" | "letter" {
  if (character === undefined || /\s/u.test(character)) {
    return "space";
  }
  if (/[\p{P}\p{S}]/u.test(character)) {
    return "sign";
  }
  return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(character)
    ? "script"
    : "letter";
}
