/// The screen: a small web server on this machine, one picture of the machine ten times a second, and acts that arrive
/// one at a time, each with a token of its own. It reads frames and events, and acts through the desk alone.
@NullMarked
package org.altercor.controller.console;

import org.jspecify.annotations.NullMarked;
