/// Sensors of the twin: each looks at the physics through measuring chains and contacts of its kind, late and rounded
/// as real ones are, and can break in the ways that its kind is known to break.
///
/// ```
/// physics ─► line ─► filter or window ─► faults ─► noise ─► rounding ─► dead time ─► port      a measuring chain
/// physics ─────────────────────────────► debounce ────────────────────► dead time ─► port      a contact
/// ```
package org.altercor.hal.twin.sensor;
