/**
 * The event bus as the rest of Parley sees it: typed requests, served operations, signals and
 * deliveries. The only code that touches {@code Message}.
 *
 * <p>Owns: codecs, headers, deadlines, the translation between failures and what crosses the bus,
 * and the one physical address of deliveries. Does not own: any address or message, see {@link
 * parley.contract.Catalog}.
 */
package parley.bus;
