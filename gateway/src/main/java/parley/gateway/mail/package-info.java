/**
 * Letters to people's own addresses. Owns: how they are worded and handed to an SMTP server. Does
 * not own: addresses, which persistence keeps, and secrets, which whoever sends one makes.
 */
package parley.gateway.mail;
