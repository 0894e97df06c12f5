/// What the digital twin simulates: the parts of a circuit and its patient, each with its numbers.
package org.altercor.config.circuit;
