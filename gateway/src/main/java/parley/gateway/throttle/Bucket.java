package parley.gateway.throttle;

/**
 * Who is counted, and how much is allowed.
 *
 * @param key names the counted thing; holds no user name and no address in the clear
 */
public record Bucket(String key, Allowance allowance) {}
