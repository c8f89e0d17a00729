/** Messages: what may be sent, how it is answered, how history is read. */
package parley.contract.message;
