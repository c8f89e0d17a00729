/**
 * Links that invite into rooms and groups. The browser makes the secret; the server knows only its
 * hash.
 */
package parley.contract.link;
