package parley.contract.presence;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("How accounts want to appear.")
public record Appearances(@Doc("Those, 1,000 at most.") List<Appearance> appearances) {
  /** The most in one answer. */
  public static final int MAX = 1_000;

  public Appearances {
    appearances = Check.list("appearances", appearances, 0, MAX);
  }
}
