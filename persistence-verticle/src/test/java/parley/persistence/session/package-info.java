/** Tests of sessions. */
package parley.persistence.session;
