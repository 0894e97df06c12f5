/// What the machine has, in our words. No library type and no driver name appears here.
///
/// Every `read…` copies the newest measurement and returns at once; an old measurement keeps its old time. Canonical
/// units: flow in mL/min, pressure in mmHg, speed in rpm, temperature in °C, volume in mL, time in ns of the monotonic
/// clock.
package org.altercor.hal.port;
