/// The machine as its files describe it: roles, heads, limits, and the reader that refuses every mistake.
package org.altercor.config;
