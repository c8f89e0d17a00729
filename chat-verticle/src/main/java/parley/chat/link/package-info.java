/**
 * Links that invite. Owns: who may make, see and use one, and that nothing tells bad ones apart.
 */
package parley.chat.link;
