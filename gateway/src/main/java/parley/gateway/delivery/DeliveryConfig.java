package parley.gateway.delivery;

import java.time.Duration;
import parley.config.ConfigReader;

/**
 * How deliveries are ordered and joined.
 *
 * @param gather how long the changes of a busy feed are gathered into one frame
 * @param holePatience how long a hole may close by itself before it is fetched
 * @param repairPause pause after a failed fetch; doubles with each failure, 64 times at most
 * @param silence without a beacon for so long, all heads are compared
 */
public record DeliveryConfig(
    Duration gather, Duration holePatience, Duration repairPause, Duration silence) {

  /** Reads {@code delivery.…}. */
  public static DeliveryConfig from(ConfigReader in) {
    return new DeliveryConfig(
        in.duration(
            "delivery.gather",
            Duration.ofMillis(15),
            Duration.ofMillis(1),
            Duration.ofMillis(100),
            "How long the changes of a busy conversation are gathered into one frame."),
        in.duration(
            "delivery.holePatience",
            Duration.ofMillis(50),
            Duration.ofMillis(1),
            Duration.ofSeconds(2),
            "How long a gap in a feed may close by itself before it is fetched."),
        in.duration(
            "delivery.repairPause",
            Duration.ofMillis(500),
            Duration.ofMillis(10),
            Duration.ofSeconds(10),
            "The pause after a failed fetch of a gap; it doubles with each failure, up to 64 times."),
        in.duration(
            "delivery.silence",
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Duration.ofMinutes(1),
            "Without a beacon of heads for so long, all feeds are compared."));
  }
}
