/// How fast the twin is, what it allocates, and what rounding does to its blood.
package org.altercor.bench.speed;
