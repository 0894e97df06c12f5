package org.altercor.safety.journal;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// Where segments lie: all that a journal asks of a file system. Behind it stands a disk, or one that breaks.
///
/// What is promised is what disks promise: bytes are there for good when the `sync` after them returned; a name is
/// there for good when the folder's `sync` returned; before that any part of it may be. Owner: one thread.
public interface JournalFolder {
    /// Names of everything in it, in any order.
    List<String> names() throws IOException;

    /// Makes a file that was not there, empty.
    ///
    /// @throws IOException when something of that name is there, a link included
    JournalFile create(String name) throws IOException;

    /// Opens a file to read it.
    JournalFile open(String name) throws IOException;

    /// Takes a file away. Only of files that hold no record.
    void delete(String name) throws IOException;

    /// Returns when the names of all files that were created or deleted are there, or gone, for good.
    void sync() throws IOException;

    /// Takes the folder for one writer, until what is returned is closed or this program ends, however it ends.
    /// Readers need no claim, and see none.
    ///
    /// @throws IOException when another has it, in this program or another one: in words for people
    Closeable claim() throws IOException;
}
