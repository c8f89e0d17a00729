/**
 * Public rooms: making them, finding them, joining and leaving.
 *
 * <p>Owns the rules of names and of coming and going. Does not own the list of rooms or of members:
 * both are persistence's.
 */
package parley.chat.room;
