/**
 * Writes what is derived from the catalogue: the TypeScript types, the reference pages and the
 * fixtures. The test compares them with the committed files, so that a change of the contract is
 * always seen as a change of those.
 *
 * <p>Does not own the catalogue or any message.
 */
package parley.contract.generated;
