/// The digital twin: what stands behind a port when no hardware does. Built in simulated time, one step a millisecond.
///
/// So far: drives that follow their commissioning data, and the flow that roller heads make. No circuit and no patient.
package org.altercor.hal.twin;
