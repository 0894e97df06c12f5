/// The black box: what the supervisor saw and did in the minute on either side of an alarm, on one page that can be
/// read
/// years later without this program.
package org.altercor.controller.blackbox;
