/**
 * Typed reading of configuration. Owns: the order defaults, file, environment; the collection of
 * all problems at once; the list of keys from which the reference page is written. Owns the keys
 * that several modules read; every other one is declared by its module, in one record.
 */
package parley.config;
