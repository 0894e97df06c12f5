/// Sensors of the twin: each looks at the physics through a measuring chain of its kind, late and rounded as real
/// ones are, and can break in every way that real ones do.
///
/// ```
/// physics ─► filter or window ─► faults ─► noise ─► rounding ─► dead time ─► port
/// ```
package org.altercor.hal.twin.sensor;
