package parley.launcher.matrix;

/** How somebody stands to the room of a row, in the order of the table's columns. */
enum Who {
  OWNER,
  MEMBER,
  STRANGER,
  REMOVED,
  LEFT;

  /** The name to sign up with. */
  String username() {
    return "matrix-" + name().toLowerCase();
  }
}
