/** Groups: making them. Owns: who may be in one from the beginning. */
package parley.chat.group;
