/// The digital twin: what stands behind a port when no hardware does. Built in simulated time, one step a
/// millisecond.
///
/// So far: drives that follow their commissioning data, the flow that roller heads make, and outputs that clamp,
/// cut, sound and light. No circuit and no patient.
package org.altercor.hal.twin;
