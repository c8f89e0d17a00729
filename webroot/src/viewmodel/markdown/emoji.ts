/** One that is a picture by itself or was told to be one, with its tone and what is joined to it. */
const PICTURE = [
  String.raw`\p{RI}{2}`,
  String.raw`[0-9#*]\uFE0F\u20E3`,
  String.raw`(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}(?:\uFE0F|(?=\p{Emoji_Modifier})))` +
    String.raw`(?:\p{Emoji_Modifier}|[\u{E0020}-\u{E007F}])*` +
    String.raw`(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)*`,
].join("|");

const FEW_PICTURES = new RegExp(`^(?:\\s*(?:${PICTURE})){1,3}\\s*$`, "u");

/** Longer than any three emoji, in UTF-16 units. */
const LONGEST = 100;

/** Whether a message consists of one, two or three emoji. */
export function isFewEmoji(source: string): boolean {
  return source.length <= LONGEST && FEW_PICTURES.test(source);
}
