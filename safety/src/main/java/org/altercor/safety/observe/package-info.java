/// What both loops see: every sensor, drive and output of a machine, copied once a cycle into one frame.
@NullMarked
package org.altercor.safety.observe;

import org.jspecify.annotations.NullMarked;
