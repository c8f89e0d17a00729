/** Whether the presence context can do its work. */
package parley.presence.health;
