/// Runs the loops of a journal again, each on its own recorded frames, and compares what they decide to the bit.
package org.altercor.controller.replay;
