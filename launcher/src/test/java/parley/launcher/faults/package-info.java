/**
 * The servers under a whole Parley are killed, frozen and slow while people talk, and some people
 * do not read. Each test ends with what must hold afterwards: what was acknowledged is in the
 * history once, in order, and everybody who listened heard it so.
 */
package parley.launcher.faults;
