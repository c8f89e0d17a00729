/** Who may know whether somebody is online. Owns no presence, see the presence context. */
package parley.chat.presence;
