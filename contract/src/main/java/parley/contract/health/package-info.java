/** Whether a part can do its work. */
package parley.contract.health;
