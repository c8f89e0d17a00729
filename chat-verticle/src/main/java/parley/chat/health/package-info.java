/** Whether the chat context can do its work. */
package parley.chat.health;
