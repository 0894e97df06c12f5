package org.altercor.bench.journal;

/// What may become of the disk under a journal. Each lasts for some seconds, and goes by itself.
enum StorageFault {
    FULL("disk full", "every write says: No space left on device", true),
    READ_ONLY("read-only", "every write and every new file says: Read-only file system", true),
    WRITE_FAILS_ONCE("write fails once", "one write says: Input/output error", false),
    SYNC_FAILS_ONCE("sync fails once", "one sync says: Input/output error; what it lost it does not say again", false),
    SLOW("slow", "every sync takes 400 ms", false),
    HANGS("hangs", "a sync does not return until the end", true),
    FOLDER_GONE("folder gone", "the folder is moved away, and open files are stale", true),
    LINKS_IN_THE_WAY("links in the way", "symbolic links lie under the next names, and a sync fails", false),
    CLOCK_STEPPED("clock stepped", "the clock on the wall goes an hour forward, and two back", false);

    private final String word;
    private final String story;
    private final boolean isTold;

    StorageFault(String word, String story, boolean isTold) {
        this.word = word;
        this.story = story;
        this.isTold = isTold;
    }

    String word() {
        return word;
    }

    String story() {
        return story;
    }

    /// Whether it lasts for long enough that an operator must be told.
    boolean isTold() {
        return isTold;
    }
}
