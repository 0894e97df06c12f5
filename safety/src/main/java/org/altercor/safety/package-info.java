/// The supervisor's side of the machine.
package org.altercor.safety;
