package parley.embedded;

import java.nio.file.Path;

/** Another process, or this one already, holds the data folder. The message names both. */
public final class DataFolderInUse extends EmbeddedServerException {
  private static final long serialVersionUID = 1L;

  DataFolderInUse(Path folder, String pid) {
    super("The data folder " + folder + " is in use by the process " + pid + ".");
  }
}
