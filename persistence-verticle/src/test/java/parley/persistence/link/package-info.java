/** Tests of the stores of links. */
package parley.persistence.link;
