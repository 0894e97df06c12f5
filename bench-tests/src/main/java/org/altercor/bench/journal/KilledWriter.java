package org.altercor.bench.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.altercor.safety.journal.DiskFolder;
import org.altercor.safety.journal.Durability;
import org.altercor.safety.journal.JournalOptions;
import org.altercor.safety.journal.JournalWriter;
import org.altercor.safety.journal.RecordType;

/// Writes until it is killed, and says how many records are on disk for good.
public final class KilledWriter {
    private static final int SEGMENT_BYTES = 16 << 10;
    private static final long MOST_NANOS = 20_000_000_000L; // should nobody kill it
    private static final JournalOptions OPTIONS =
            new JournalOptions(SEGMENT_BYTES, 1 << 20, Duration.ofMillis(100), Duration.ofMillis(50));

    private KilledWriter() {}

    /// Writes.
    ///
    /// @param arguments a folder, and the number of this start
    public static void main(String[] arguments) {
        Path path = Path.of(arguments[0]);
        String start = arguments[1];
        var random = new Random(Long.parseLong(start));
        long begun = System.nanoTime();
        Deque<Long> waiting = new ArrayDeque<>();
        long told = 0;
        try (var writer = new JournalWriter(() -> DiskFolder.at(path), OPTIONS, UUID.randomUUID(), "killed")) {
            for (long number = 1; System.nanoTime() - begun < MOST_NANOS; number++) {
                long now = System.nanoTime();
                Durability durability = random.nextInt(8) == 0 ? Durability.AT_ONCE : Durability.SOON;
                waiting.add(writer.append(RecordType.EVENT, durability, now, 0, payload(start, number, random)));
                writer.work(now, 0);
                long durable = writer.state().durable();
                long before = told;
                while (!waiting.isEmpty() && waiting.getFirst() <= durable) {
                    waiting.remove();
                    told++;
                }
                if (told > before) {
                    System.out.println(told);
                }
                LockSupport.parkNanos(100_000);
            }
        }
    }

    private static ByteBuffer payload(String start, long number, Random random) {
        String words = start + " " + number + " " + "x".repeat(random.nextInt(200));
        return StandardCharsets.US_ASCII.encode(words);
    }
}
