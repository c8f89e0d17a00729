package parley.contract.message;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("Text as it was typed.")
public record TextContent(
    @Doc("Markdown source, 1 to 4000 UTF-16 units, not only white space.")
        @Bounds(least = 1, most = MAX_TEXT)
        String text)
    implements WrittenContent {
  /** UTF-16 units. */
  public static final int MAX_TEXT = 4_000;

  public TextContent {
    text = Check.text("text", text, 1, MAX_TEXT);
  }

  /** Leaves the text out: it must not reach a log. */
  @Override
  public String toString() {
    return "TextContent[" + text.length() + " units]";
  }
}
