package parley.gateway.health;

import parley.contract.Bounds;
import parley.contract.Doc;

/** What the liveness page says; whoever cannot say it says nothing. */
@Doc("The process runs.")
record Life(@Doc("Always `up`.") @Bounds(pattern = "up") String status) {
  static final Life UP = new Life("up");
}
