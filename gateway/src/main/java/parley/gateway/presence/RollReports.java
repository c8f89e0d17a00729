package parley.gateway.presence;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.ReportRoll;
import parley.contract.presence.RollReported;

/**
 * Reports to presence who came to this process and who left: one report under way, the next at the
 * next tick, or at once while more is to be told than one report holds or somebody chose to appear
 * in another way. What presence does not answer, or has lost, is told again at the next tick.
 * Confined to the context that started it.
 */
public final class RollReports {
  private static final Logger log = LoggerFactory.getLogger(RollReports.class);
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final BusClient bus;
  private final AttendanceConfig config;
  private final Attendance attendance;
  private final AppearanceWatch appearances;
  private final Roll roll;
  private final long renewNanos;
  private long answeredAt;
  private boolean underWay;
  private boolean more;
  private boolean waiting;
  private boolean failing;

  public RollReports(Vertx vertx, BusClient bus, AttendanceConfig config, Attendance attendance) {
    this.vertx = vertx;
    this.bus = bus;
    this.config = config;
    this.attendance = attendance;
    this.appearances = new AppearanceWatch(vertx, bus, this::reportNews);
    this.roll = new Roll(config.rollHolds().toMillis());
    this.renewNanos = config.rollHolds().toNanos() / 3;
  }

  /** Begins to report. */
  public void start() {
    answeredAt = System.nanoTime() - renewNanos;
    appearances.start();
    vertx.setPeriodic(config.tick().toMillis(), tick -> ticked());
  }

  private void ticked() {
    waiting = false;
    report();
  }

  private void report() {
    if (!underWay) {
      boolean renew = System.nanoTime() - answeredAt >= renewNanos;
      roll.next(appearances.shown(attendance.present()), renew).ifPresent(this::send);
    }
  }

  private void reportNews() {
    if (underWay || waiting) {
      more = true;
    } else {
      report();
    }
  }

  private void send(ReportRoll report) {
    underWay = true;
    more = report.arrived().size() == ReportRoll.MAX || report.left().size() == ReportRoll.MAX;
    Caller self = Caller.process(UUID.randomUUID().toString(), ANSWERED_WITHIN);
    bus.request(PresenceOperations.REPORT_ROLL, report, self)
        .onSuccess(this::answered)
        .onFailure(this::unanswered);
  }

  private void answered(RollReported answer) {
    underWay = false;
    answeredAt = System.nanoTime();
    if (failing) {
      failing = false;
      log.info("gateway.roll.reported");
    }
    if (!roll.answered(answer)) {
      waiting = true;
      log.info("gateway.roll.begun");
    } else if (more) {
      report();
    }
  }

  private void unanswered(Throwable cause) {
    underWay = false;
    waiting = true;
    if (!failing) {
      failing = true;
      log.warn("gateway.roll.unreported cause={}", cause.getMessage());
    }
  }
}
