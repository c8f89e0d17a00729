/**
 * Passwords: their hashes, made and compared off the event loop.
 *
 * <p>Owns: Argon2id and its parameters, the written form of a hash (PHC string), the bounded queue
 * of hashing. Does not own: where hashes are kept, who may try how often.
 */
package parley.gateway.password;
