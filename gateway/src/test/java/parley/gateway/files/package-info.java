/** Files in memory. */
package parley.gateway.files;
