/// Frames: fixed-layout bags of primitives, and the one codec that serves snapshots, journal, replay and wires.
package org.altercor.safety.frame;
