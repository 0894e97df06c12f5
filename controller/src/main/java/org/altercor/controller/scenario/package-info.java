/// Runs scenarios over the digital twin: acts at their times, expectations judged, signals recorded. What decides
/// here asks no clock: simulated time is counted in steps.
package org.altercor.controller.scenario;
