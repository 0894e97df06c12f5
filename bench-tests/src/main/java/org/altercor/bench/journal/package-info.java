/// Proof of the journal: every state that a power cut can leave, bits that flip, and processes that are killed.
package org.altercor.bench.journal;
