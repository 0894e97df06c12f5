/// Clients of the console other than a browser: screens that listen, and somebody who acts as its page does.
@NullMarked
package org.altercor.bench.screen;

import org.jspecify.annotations.NullMarked;
