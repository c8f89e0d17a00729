package parley.launcher.delivery;

/**
 * A time during which somebody did not belong to a conversation.
 *
 * @param name whose
 * @param conversation the name of the feed
 * @param removal the number with which the membership ended
 * @param until the machine's clock, in milliseconds since 1970, before it was asked to begin again
 */
record Absence(String name, String conversation, long removal, long until) {}
