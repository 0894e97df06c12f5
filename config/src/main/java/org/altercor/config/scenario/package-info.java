/// Scenarios: what is done to a circuit, when, and what is expected of it.
package org.altercor.config.scenario;
