/**
 * Friends, requests and blocks as random histories. Owns: two chats and two persistences on one bus
 * and one database, and what people ask of them. Does not own: single steps, which the modules
 * test.
 */
package parley.launcher.relations;
