/// The interlock table: what each condition does to each kind of pump, as data.
@NullMarked
package org.altercor.safety.interlock;

import org.jspecify.annotations.NullMarked;
