/// The command line: one launcher, stable words, exit code 0 only when the thing asked for is true.
package org.altercor.controller.cli;
