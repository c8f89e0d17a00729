/** Classes that break the rules of the architecture on purpose, so that the rules are tested. */
package parley.gateway.offender;
