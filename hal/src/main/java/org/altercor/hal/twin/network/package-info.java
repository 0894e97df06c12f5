/// The hydraulic network of the twin: parts that hold blood at one pressure, parts that lead it, and what travels with
/// it. One step solves all pressures at once.
///
/// Inside, flows are in mL/s, pressures in mmHg, volumes in mL, heights in cm, time in s.
package org.altercor.hal.twin.network;
