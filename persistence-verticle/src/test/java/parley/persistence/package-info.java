/** Tests of the context over its bus, and what they share. */
package parley.persistence;
