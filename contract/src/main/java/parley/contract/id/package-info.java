/** Identifiers: one record each, so that no two kinds can be mixed up. Owns their written form. */
package parley.contract.id;
