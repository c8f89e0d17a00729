/**
 * What an extension is to Parley: a jar with a verticle and declarations of its own.
 *
 * <p>Owns: the one interface that the launcher looks for. Does not own: the declarations, which are
 * a {@link parley.contract.CatalogPart}; the loading of jars, which is the launcher's.
 */
package parley.extension;
