/// The supervisor: an independent loop that limits, stops, clamps and cuts, and that can start nothing.
///
/// Its core sees no driver, no journal and no network: frames in, frames out.
package org.altercor.safety.supervise;
