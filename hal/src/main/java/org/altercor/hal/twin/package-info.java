/// The digital twin: what stands behind a port when no hardware does. Built in simulated time, one step a
/// millisecond.
///
/// Drives with their motors, shafts and buses, outputs, the circuit with its patient, and sensors; each can break
/// in the ways its kind breaks.
package org.altercor.hal.twin;
