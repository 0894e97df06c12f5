/// Rigs: every port of a machine bound to a driver, in the one place that knows them all.
package org.altercor.hal.rig;
