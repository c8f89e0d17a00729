/** Histories of groups: many people who change who belongs to one and what they may do there. */
package parley.launcher.groups;
