/**
 * What every HTTP route shares: configuration, problem documents (RFC 9457), security headers,
 * bounded reading of JSON bodies, the origin rule and the address of a client.
 *
 * <p>Owns: the form of answers and refusals over HTTP. Does not own: any endpoint, session or
 * account. Talks to: nobody; other packages of the gateway use it.
 */
package parley.gateway.http;
