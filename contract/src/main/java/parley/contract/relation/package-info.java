/**
 * How people stand to each other: friends, requests, blocks, and who may write to somebody unasked.
 * What one person keeps about another is told to that person alone.
 */
package parley.contract.relation;
