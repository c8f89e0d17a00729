/**
 * Sessions over HTTP: who a request comes from, and how a session is opened, refreshed and ended.
 *
 * <p>Owns: access tokens and the keys that sign them, refresh tokens, cookies, the origin rule's
 * use, the copies of sessions in Redis ({@code session:*}) and the memory of sessions that ended.
 * Does not own: the truth about sessions, which PostgreSQL keeps; passwords. Talks to: persistence
 * over the bus, Redis.
 */
package parley.gateway.session;
