package parley.gateway.http;

/**
 * What a request says in its address.
 *
 * @param type of the value, as a component of a record would have it
 * @param query true for a part of the query, which may be absent; false for a part of the path
 */
public record Parameter(String name, Class<?> type, String meaning, boolean query) {}
