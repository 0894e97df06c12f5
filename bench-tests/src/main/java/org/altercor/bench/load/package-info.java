/// What a machine bears while it is measured: telemetry, screens, and somebody who acts.
@NullMarked
package org.altercor.bench.load;

import org.jspecify.annotations.NullMarked;
