/**
 * What the types of the contract look like from outside: read from records and {@link
 * parley.contract.Doc} by reflection, once, for everything that is derived from them.
 *
 * <p>Does not own any message, nor any document.
 */
package parley.contract.schema;
