/// How well the loops keep their time, measured beside the C tool `cyclictest`.
package org.altercor.bench.timing;
