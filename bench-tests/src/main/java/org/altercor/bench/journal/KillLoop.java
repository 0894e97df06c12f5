package org.altercor.bench.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.altercor.bench.ThisProgram;
import org.altercor.safety.journal.DiskFolder;
import org.altercor.safety.journal.JournalReader;
import org.altercor.safety.journal.JournalReport;
import org.altercor.safety.journal.RecordType;

/// Starts a [KilledWriter] on real files, ends it with SIGKILL at a random time, and reads what it left. Each goes on
/// where the one before it was killed.
final class KillLoop {
    /// What was found.
    ///
    /// @param kills        processes that were killed
    /// @param acknowledged records that they had said were on disk
    /// @param lost         of these, over all readings
    /// @param wrong        what was wrong, the first few; empty when nothing was
    record Found(int kills, long acknowledged, long lost, List<String> wrong) {}

    private final Path folder;
    private final Random random;
    private final Map<Integer, Long> acknowledged = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int kills;
    private long lost;

    /// @param folder where the journal is made
    KillLoop(Path folder, long seed) {
        this.folder = folder;
        random = new Random(seed);
    }

    /// Kills.
    ///
    /// @param most      processes
    /// @param mostNanos after which no other is started
    Found kill(int most, long mostNanos) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (kills < most && wrong.isEmpty() && System.nanoTime() - begun < mostNanos) {
            killOne(kills);
            kills++;
            judge();
        }
        long all = acknowledged.values().stream().mapToLong(Long::longValue).sum();
        return new Found(kills, all, lost, List.copyOf(wrong));
    }

    private void killOne(int start) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(ThisProgram.command(
                        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m"),
                        KilledWriter.class,
                        List.of(folder.toString(), Integer.toString(start))))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = child.inputReader(StandardCharsets.US_ASCII)) {
            String first = random.nextInt(8) == 0 ? "" : said.readLine(); // now and then while it starts
            Thread.sleep(random.nextInt(first == null || first.isEmpty() ? 400 : 150));
            child.toHandle().destroyForcibly(); // what it said can still be read
            String rest = first + "\n" + said.readAllAsString();
            child.waitFor();
            acknowledged.put(start, lastWhole(rest));
        } finally {
            child.destroyForcibly();
        }
    }

    /// The last number that ends with its line: it may have been killed in the middle of the next.
    private static long lastWhole(String said) {
        List<String> lines = said.substring(0, said.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.isEmpty() ? 0 : Long.parseLong(lines.getLast());
    }

    private void judge() throws IOException {
        Path journal = folder;
        if (!Files.isDirectory(journal)) {
            return; // killed before it had made it
        }
        Map<Integer, Long> read = new HashMap<>();
        JournalReport report = JournalReader.read(DiskFolder.existing(journal), (_, record) -> {
            if (record.type() == RecordType.EVENT.code()) {
                String[] words = StandardCharsets.US_ASCII
                        .decode(record.payload().duplicate())
                        .toString()
                        .split(" ", -1);
                long number = Long.parseLong(words[1]);
                long before = read.merge(Integer.parseInt(words[0]), 1L, Long::sum);
                if (number != before) {
                    wrong.add("start " + words[0] + ": record " + number + " stands where " + before + " should");
                }
            }
        });
        if (!report.isWhole()) {
            wrong.add("after kill " + kills + ": " + report);
        }
        acknowledged.forEach((start, count) -> {
            long missing = count - read.getOrDefault(start, 0L);
            if (missing > 0) {
                lost += missing;
                wrong.add("start " + start + ": " + missing + " acknowledged records lost");
            }
        });
    }
}
