package parley.gateway;

import parley.config.ConfigReader;
import parley.gateway.api.ApiConfig;
import parley.gateway.bridge.BridgeConfig;
import parley.gateway.delivery.DeliveryConfig;
import parley.gateway.presence.AttendanceConfig;

/**
 * What a gateway process needs to know.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes a free one
 * @param loops event loops that serve people, each with its own router and sockets
 */
public record GatewayConfig(
    String host,
    int port,
    int loops,
    ApiConfig api,
    BridgeConfig bridge,
    DeliveryConfig delivery,
    AttendanceConfig attendance) {

  /** Reads the settings; what is wrong is noted in the reader. */
  public static GatewayConfig from(ConfigReader in) {
    int loops = Math.max(1, Math.min(16, Runtime.getRuntime().availableProcessors()));
    GatewayConfig config =
        new GatewayConfig(
            in.text("host", "127.0.0.1", "The address that the gateway listens on."),
            in.integer(
                "port", 8080, 0, 65_535, "The port that the gateway listens on; 0: a free one."),
            in.integer(
                "gateway.loops",
                0,
                0,
                64,
                "Event loops that serve people; 0: one for each processor, 16 at most."),
            ApiConfig.from(in),
            BridgeConfig.from(in),
            DeliveryConfig.from(in),
            AttendanceConfig.from(in));
    if (config.attendance().silence().compareTo(config.bridge().pingPeriod().multipliedBy(2)) < 0) {
      in.refuse("attendance.silence: must be twice bridge.pingPeriod or more");
    }
    return config.loops() > 0 ? config : config.withLoops(loops);
  }

  /** The same with so many event loops. */
  public GatewayConfig withLoops(int count) {
    return new GatewayConfig(host, port, count, api, bridge, delivery, attendance);
  }
}
