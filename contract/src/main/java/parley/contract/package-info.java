/**
 * What crosses the bus: addresses, messages and failure codes, each declared once.
 *
 * <p>Owns the vocabulary: {@link parley.contract.Operation}, {@link parley.contract.Topic}, {@link
 * parley.contract.Signal}, {@link parley.contract.FailureCode} and the {@link
 * parley.contract.Catalog} that lists them. The gate's allow-list, the TypeScript types, the
 * reference pages, the fixtures and the served documents are all computed from the catalogue.
 *
 * <p>Does not own: any I/O, any decision about the domain. Depends on the JDK, vertx-core, Jackson
 * and the logging interface only.
 */
package parley.contract;
