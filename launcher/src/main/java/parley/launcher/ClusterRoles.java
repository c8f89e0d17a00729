package parley.launcher;

/**
 * What a process runs and whether it is one of several.
 *
 * @param clustered true if the other parts run in other processes
 */
record ClusterRoles(Roles roles, boolean clustered) {}
