/**
 * Links that invite. Owns the table {@code conversation_link}; how many people a link still admits.
 */
package parley.persistence.link;
