/** Tests of feeds and of the beacon. */
package parley.persistence.feed;
