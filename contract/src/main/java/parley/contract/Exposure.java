package parley.contract;

/** Who may call an operation. */
public enum Exposure {
  /** Verticles only: the gate refuses it to every browser and program. */
  INTERNAL,
  /** Signed-in browsers and programs, through the gate; verticles too. */
  BROWSER
}
