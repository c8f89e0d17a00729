/**
 * Pictures of people, rooms and groups. Owns: what is accepted as a picture, how it is made small
 * and harmless, how it is handed out. Does not own: the pictures, which persistence keeps, and who
 * may change one.
 */
package parley.gateway.avatar;
