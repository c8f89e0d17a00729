package parley.testkit.network;

/** How often some words have come in one connection, also where they are split between pieces. */
final class WordCount {
  private byte[] before = {};
  private int count;

  int count(byte[] words, byte[] piece, int length) {
    byte[] all = new byte[before.length + length];
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(piece, 0, all, before.length, length);
    for (int from = 0; from + words.length <= all.length; from++) {
      if (matches(words, all, from)) {
        count++;
      }
    }
    int kept = Math.min(all.length, words.length - 1);
    before = new byte[kept];
    System.arraycopy(all, all.length - kept, before, 0, kept);
    return count;
  }

  private static boolean matches(byte[] words, byte[] all, int from) {
    for (int i = 0; i < words.length; i++) {
      if (all[from + i] != words[i]) {
        return false;
      }
    }
    return true;
  }
}
