package parley.testkit.bus;

import io.vertx.core.MultiMap;

/**
 * A message that is about to leave.
 *
 * @param address where to
 * @param replyAddress where an answer is expected; null if none is
 */
record Leaving(String address, String replyAddress, MultiMap headers, Object body) {}
