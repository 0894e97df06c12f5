/// Serial ports. The only place that sees jSerialComm; what leaves is a [org.altercor.hal.line.LineOpener].
package org.altercor.hal.serial;
