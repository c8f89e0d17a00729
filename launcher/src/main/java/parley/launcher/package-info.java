/**
 * The process: reads the settings, starts what this process runs and stops it again.
 *
 * <p>Owns: the command line, the choice of verticles, embedded servers and their data folder,
 * clustering, the management port. Does not own: anything that verticles do. The only package that
 * knows all modules, and the only one that knows the cluster manager.
 */
package parley.launcher;
