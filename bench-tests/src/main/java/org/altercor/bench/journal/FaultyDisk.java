package org.altercor.bench.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.altercor.safety.journal.DiskFolder;
import org.altercor.safety.journal.JournalFolder;
import org.altercor.safety.journal.JournalWriter;

/// A folder of a real disk that breaks as it is told, with a clock that steps. Faults are begun and ended by one thread
/// while the journal's uses it.
final class FaultyDisk implements JournalWriter.Place, WatchedFolder.Watch {
    /// How long a sync takes on a slow disk.
    private static final long SLOW_MILLIS = 400;

    /// Names in whose way links are laid.
    private static final int LINKS = 3;

    private final Path folder;
    private final Path elsewhere;
    private final AtomicInteger writesToFail = new AtomicInteger();
    private final AtomicInteger syncsToFail = new AtomicInteger();
    private volatile String refusal = "";
    private volatile boolean isSlow;
    private volatile CountDownLatch hanging = new CountDownLatch(0);
    private volatile Duration clockStep = Duration.ZERO;

    FaultyDisk(Path folder) {
        this.folder = folder;
        elsewhere = folder.resolveSibling(folder.getFileName() + "-elsewhere");
    }

    /// Breaks it.
    void begin(StorageFault fault) throws IOException {
        switch (fault) {
            case FULL -> refusal = "No space left on device";
            case READ_ONLY -> refusal = "Read-only file system";
            case WRITE_FAILS_ONCE -> writesToFail.set(1);
            case SYNC_FAILS_ONCE -> syncsToFail.set(1);
            case SLOW -> isSlow = true;
            case HANGS -> hanging = new CountDownLatch(1);
            case FOLDER_GONE -> {
                refusal = "Stale file handle";
                Files.move(folder, elsewhere);
            }
            case LINKS_IN_THE_WAY -> {
                int newest = newest();
                for (int number = newest + 1; number <= newest + LINKS; number++) {
                    Files.createSymbolicLink(folder.resolve(name(number)), Path.of("/dev/null"));
                }
                syncsToFail.set(1);
            }
            case CLOCK_STEPPED -> clockStep = Duration.ofHours(1);
        }
    }

    /// Mends it.
    void end(StorageFault fault) throws IOException {
        refusal = "";
        isSlow = false;
        hanging.countDown();
        switch (fault) {
            case FOLDER_GONE -> Files.move(elsewhere, folder);
            case LINKS_IN_THE_WAY -> {
                try (var files = Files.list(folder)) {
                    for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                        Files.delete(link);
                    }
                }
            }
            case CLOCK_STEPPED -> clockStep = Duration.ofHours(-1);
            case FULL, READ_ONLY, WRITE_FAILS_ONCE, SYNC_FAILS_ONCE, SLOW, HANGS -> {}
        }
    }

    private int newest() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("altercor-[0-9]{8}\\.journal"))
                    .mapToInt(name -> Integer.parseInt(name.substring(9, 17)))
                    .max()
                    .orElse(0);
        }
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "altercor-%08d.journal", number);
    }

    /// The clock on the wall.
    Clock wall() {
        return new Clock() {
            @Override
            public Instant instant() {
                return Instant.now().plus(clockStep);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    @Override
    public JournalFolder open() throws IOException {
        return new WatchedFolder(Files.exists(elsewhere) ? DiskFolder.existing(folder) : DiskFolder.at(folder), this);
    }

    private void mayWrite() throws IOException {
        if (!refusal.isEmpty()) {
            throw new IOException(refusal);
        }
        if (writesToFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IOException("Input/output error");
        }
    }

    private void maySync() throws IOException {
        try {
            if (isSlow) {
                TimeUnit.MILLISECONDS.sleep(SLOW_MILLIS);
            }
            hanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!refusal.isEmpty()) {
            throw new IOException(refusal);
        }
        if (syncsToFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IOException("Input/output error");
        }
    }

    @Override
    public void create() throws IOException {
        mayWrite();
    }

    @Override
    public void write(WatchedFolder.Call call) throws IOException {
        mayWrite();
        call.run();
    }

    @Override
    public void sync(WatchedFolder.Call call) throws IOException {
        maySync();
        call.run();
    }

    @Override
    public void syncFolder(WatchedFolder.Call call) throws IOException {
        sync(call);
    }
}
