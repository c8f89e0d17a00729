/** When a gateway is ready. */
package parley.gateway.health;
