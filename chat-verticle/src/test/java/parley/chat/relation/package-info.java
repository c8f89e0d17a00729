/** Tests of conversations of two people. */
package parley.chat.relation;
