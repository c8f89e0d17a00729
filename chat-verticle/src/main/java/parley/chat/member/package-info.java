/**
 * Members of rooms and groups and what they are there. Owns: who may add, send away and promote
 * whom. Does not own: that an owner is left, which persistence sees to under its lock.
 */
package parley.chat.member;
