/**
 * Who is online: what gateways report, whom they watch, and what people hear of it.
 *
 * <p>A gateway keeps a roll of the accounts that it has heard from lately and reports only what
 * changes in it; one renewal keeps the whole roll. It also says whose presence its sockets watch. A
 * change goes to the gateways that watch that account and to no other, so the cost follows what is
 * on screen and not the number of accounts.
 */
package parley.contract.presence;
