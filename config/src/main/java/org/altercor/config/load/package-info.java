/// From bytes to a machine: text checks, TOML, keys, cross-checks. Every problem at once, and nothing half-read.
package org.altercor.config.load;
