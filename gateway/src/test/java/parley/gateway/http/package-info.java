/** What every HTTP route shares, decided without HTTP. */
package parley.gateway.http;
