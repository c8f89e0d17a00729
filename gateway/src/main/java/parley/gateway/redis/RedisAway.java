package parley.gateway.redis;

/** Redis did not answer a moment ago and is not asked again yet. */
public final class RedisAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RedisAway() {
    super("redis is away", null, false, false);
  }
}
