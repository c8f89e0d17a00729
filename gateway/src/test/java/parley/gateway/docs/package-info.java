/** Whether the documents are right, and tell what really happens. */
package parley.gateway.docs;
