/// The tables everything is printed and checked from: units, hard limits, keys, sections, operator settings.
package org.altercor.config.schema;
