/** Tests of rooms, members, lists and read marks. */
package parley.persistence.conversation;
