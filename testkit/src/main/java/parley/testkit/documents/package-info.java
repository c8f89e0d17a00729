/** Checks what really travels against the documents that are served about it. */
package parley.testkit.documents;
