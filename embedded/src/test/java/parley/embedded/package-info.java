/** Tests of the embedded servers; the ITs run the real ones and kill real JVMs. */
package parley.embedded;
