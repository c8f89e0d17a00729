/**
 * Typed reading of configuration. Owns: the order defaults, file, environment; the collection of
 * all problems at once; the list of keys from which the reference page is written. Does not own any
 * key: each module declares its own in one record.
 */
package parley.config;
