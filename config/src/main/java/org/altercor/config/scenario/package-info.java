/// Scenarios: what is done to a circuit or a machine, when, and what is expected of it.
package org.altercor.config.scenario;
