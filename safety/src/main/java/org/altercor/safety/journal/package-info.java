/// The journal: an append-only record of everything a machine saw, decided and was told, on disk before anybody says
/// so.
/// Its format is described in `docs/journal.md`, so that a stranger can read it without us.
package org.altercor.safety.journal;
