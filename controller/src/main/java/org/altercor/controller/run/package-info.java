/// A machine that runs: its threads, its clerk, its desk, and how it ends.
@NullMarked
package org.altercor.controller.run;

import org.jspecify.annotations.NullMarked;
