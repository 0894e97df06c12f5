/// What the twin gives beside what others have measured or derived: one table of figures.
package org.altercor.bench.figures;
