/// What happened: loops leave it in rings without waiting, a clerk numbers it, and whoever must not miss any of it
/// reads
/// on from where it was.
@NullMarked
package org.altercor.safety.event;

import org.jspecify.annotations.NullMarked;
