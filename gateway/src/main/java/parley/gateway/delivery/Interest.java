package parley.gateway.delivery;

/**
 * Hears what this process listens to. Called on the context of {@link DeliveryOrder}, for every
 * channel in turns: begin, end, begin, …
 */
public interface Interest {
  /** The first edge of the process listens. */
  void begins(Channel channel);

  /** No edge of the process listens any more. */
  void ends(Channel channel);
}
