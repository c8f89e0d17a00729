package parley.gateway.presence;

import java.time.Duration;
import parley.config.ConfigReader;

/**
 * How presence is told.
 *
 * @param silence after so long without any frame of its sockets an account counts as gone
 * @param tick how often changes are reported
 * @param rollHolds how long the accounts of this process count as online after its last report
 * @param watchRenewal how often the states of watched accounts are asked
 * @param watchHolds how long this process is told of changes after it last asked
 */
public record AttendanceConfig(
    Duration silence,
    Duration tick,
    Duration rollHolds,
    Duration watchRenewal,
    Duration watchHolds) {

  /** Reads {@code attendance.…}. */
  public static AttendanceConfig from(ConfigReader in) {
    AttendanceConfig config = read(in);
    if (config.rollHolds().compareTo(config.tick().multipliedBy(3)) < 0) {
      in.refuse("attendance.rollHolds: must be three times attendance.tick or more");
    }
    if (config.watchHolds().compareTo(config.watchRenewal().multipliedBy(2)) < 0) {
      in.refuse("attendance.watchHolds: must be twice attendance.watchRenewal or more");
    }
    return config;
  }

  private static AttendanceConfig read(ConfigReader in) {
    return new AttendanceConfig(
        in.duration(
            "attendance.silence",
            Duration.ofSeconds(22),
            Duration.ofSeconds(2),
            Duration.ofMinutes(4),
            "An account whose sockets say nothing for so long is shown as offline; twice the ping"
                + " period or more."),
        in.duration(
            "attendance.tick",
            Duration.ofMillis(500),
            Duration.ofMillis(50),
            Duration.ofSeconds(10),
            "How often a gateway reports who came and went."),
        in.duration(
            "attendance.rollHolds",
            Duration.ofSeconds(15),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            "How long after its last report the people of a gateway that died stay online."),
        in.duration(
            "attendance.watchRenewal",
            Duration.ofSeconds(10),
            Duration.ofMillis(500),
            Duration.ofMinutes(2),
            "How often a gateway asks again for those whom its people see: repairs what was lost."),
        in.duration(
            "attendance.watchHolds",
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            "How long a gateway is told of changes after it asked; then also for how long it shows"
                + " what it knew while presence is away."));
  }
}
