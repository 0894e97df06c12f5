package org.altercor.bench.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.altercor.safety.journal.Durability;
import org.altercor.safety.journal.FlawWords;
import org.altercor.safety.journal.JournalFolder;
import org.altercor.safety.journal.JournalOptions;
import org.altercor.safety.journal.JournalReader;
import org.altercor.safety.journal.JournalReport;
import org.altercor.safety.journal.JournalReport.Flaw;
import org.altercor.safety.journal.JournalState;
import org.altercor.safety.journal.JournalWriter;
import org.altercor.safety.journal.RecordType;

/// Lets writers work on a [CrashDisk], seeded, and recovers from every state that a cut may leave. Owner: one thread.
public final class CrashSearch implements CrashDisk.Watcher {
    private static final int FRAME_BYTES = 64;
    private static final int[] SECTORS = {8, 64, 64, 512};
    private static final int LONG_WORDS = 800; // what is longer fits no record of the smallest segment
    private static final Pattern READ = Pattern.compile(
            "(?<last>last [0-9]+, chain [0-9a-f]+); "
                    + "(?<records>[0-9]+) records read, of (?<from>altercor-[0-9]+\\.journal) to the end: [0-9]+ of [0-9]+ files");
    private static final RecordType STRANGE = new RecordType(77, "strange", false);
    private static final List<RecordType> TYPES =
            List.of(RecordType.EVENT, RecordType.EVENT, RecordType.FRAMES, RecordType.SUMMARY, STRANGE);

    /// What was found.
    ///
    /// @param states of a disk that were recovered from
    /// @param runs   of writers that made them, of several starts each
    /// @param lost   acknowledged records that were not recovered, over all states
    /// @param wrong  what was wrong, the first few; empty when nothing was
    record Found(long states, long runs, long lost, List<String> wrong) {}

    /// A record as it was read, or as it was appended.
    private record Known(int type, ByteBuffer payload) {}

    private static final class Done extends RuntimeException {
        private static final long serialVersionUID = 1;

        Done() {
            super(null, null, false, false);
        }
    }

    private final long seed;
    private final long mostStates;
    private final int mostSubsets;
    private final int byteEvery;
    private final int mostWrong;
    private final List<String> wrong = new ArrayList<>();
    private long states;
    private long lost;
    private long run;

    private Random random = new Random(0);
    private JournalOptions options = JournalOptions.USUAL;
    private CrashDisk disk;
    private JournalWriter writer;
    private List<Known> before = List.of();
    private long acknowledgedBefore;
    private final Map<Long, Known> own = new HashMap<>();
    private long nowNanos;
    private int payloads;
    private boolean isEven;
    private boolean isAway;

    private CrashSearch(long seed, long mostStates, int mostSubsets, int byteEvery, int mostWrong) {
        this.seed = seed;
        this.mostStates = mostStates;
        this.mostSubsets = mostSubsets;
        this.byteEvery = byteEvery;
        this.mostWrong = mostWrong;
        disk = new CrashDisk(64, random, this);
        writer = newWriter(disk);
    }

    /// Searches.
    ///
    /// @param mostStates  after which it ends
    /// @param mostSubsets of what may be there or not at one call; random ones when there are more
    static Found search(long seed, long mostStates, int mostSubsets) {
        var search = new CrashSearch(seed, mostStates, mostSubsets, 1, 5);
        search.search();
        return new Found(search.states, search.run, search.lost, List.copyOf(search.wrong));
    }

    /// The first thing that is wrong, in words; empty when nothing is. Looks at many runs, at few states of each.
    ///
    /// @param mostStates after which it ends
    public static String firstWrong(long seed, long mostStates) {
        var search = new CrashSearch(seed, mostStates, 6, 32, 1);
        search.search();
        return search.wrong.isEmpty() ? "" : search.wrong.getFirst();
    }

    private void search() {
        try {
            for (; states < mostStates; run++) {
                random = new Random(seed * 1_000_003 + run);
                aRun();
            }
        } catch (Done e) {
            // enough was seen
        }
    }

    private void aRun() {
        boolean isTight = random.nextInt(6) == 0;
        options = new JournalOptions(
                random.nextBoolean() ? 1_024 : 2_048,
                isTight ? 700 : 1 << 20,
                Duration.ofSeconds(1),
                Duration.ofMillis(random.nextBoolean() ? 1_500 : 60_000));
        disk = new CrashDisk(SECTORS[random.nextInt(SECTORS.length)], random, this);
        isEven = random.nextBoolean();
        before = List.of();
        acknowledgedBefore = 0;
        nowNanos = random.nextLong();
        int starts = 2 + random.nextInt(3);
        for (int i = 0; i < starts; i++) {
            own.clear();
            writer = newWriter(disk);
            aStart();
            look();
            acknowledgedBefore = acknowledged();
            if (isAway || random.nextInt(3) == 0) {
                writer.close();
                disk.programEnds();
                before = List.copyOf(readSeen());
            } else {
                HeldFolder left = disk.anyState();
                before = List.copyOf(read(left).records());
                disk = disk.after(left);
            }
        }
    }

    private void aStart() {
        isAway = random.nextInt(4) == 0;
        if (isAway) {
            disk.fail(random.nextInt(60), 1_000); // until the program starts anew
        } else if (random.nextInt(3) > 0) {
            for (int i = 0; i <= random.nextInt(3); i++) {
                disk.fail(random.nextInt(60), random.nextInt(4) == 0 ? 1 + random.nextInt(12) : 1);
            }
        }
        int steps = 3 + random.nextInt(12);
        for (int i = 0; i < steps; i++) {
            for (int count = random.nextInt(4); count > 0; count--) {
                append();
            }
            nowNanos += random.nextInt(4) == 0 ? 1_100_000_000L : random.nextInt(300) * 1_000_000L;
            writer.work(nowNanos, 0);
        }
        switch (random.nextInt(6)) {
            case 0 -> writer.flush(nowNanos, 0);
            case 1 -> writer.end(nowNanos, 0);
            default -> {} // the program just ends
        }
        for (String sin : disk.sins()) {
            complain(sin);
        }
    }

    private void append() {
        RecordType type = TYPES.get(random.nextInt(TYPES.size()));
        byte[] payload = new byte[random.nextInt(4) == 0 ? random.nextInt(600) : random.nextInt(60)];
        if (isEven) {
            payload = new byte[payload.length & ~7]; // records that begin where sectors do
        }
        random.nextBytes(payload);
        byte[] name = ("payload " + payloads++ + " ").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(name, 0, payload, 0, Math.min(name.length, payload.length));
        Durability durability = Durability.ofCode(random.nextInt(3));
        long ticket = writer.append(type, durability, nowNanos, 0, ByteBuffer.wrap(payload));
        own.put(ticket, new Known(type.code(), ByteBuffer.wrap(payload)));
    }

    private JournalWriter newWriter(JournalFolder folder) {
        return new JournalWriter(() -> folder, options, new UUID(run, random.nextLong()), "crash");
    }

    private long acknowledged() {
        long durable = writer.state().durable();
        return durable > 0 ? before.size() + durable : acknowledgedBefore;
    }

    @Override
    public void before(CrashDisk its) {
        look();
    }

    private void look() {
        disk.states(mostSubsets, this::judge);
    }

    @Override
    public boolean wantsByte() {
        return byteEvery == 1 || random.nextInt(byteEvery) == 0;
    }

    @Override
    public void during(CrashDisk its, HeldFolder state) {
        judge(state);
    }

    /// What was read, and what was said of it.
    private record Reading(List<Known> records, List<Long> numbers, JournalReport report) {}

    private List<Known> readSeen() {
        return read(disk.seen()).records();
    }

    private static Reading read(JournalFolder folder) {
        List<Known> records = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        try {
            JournalReport report = JournalReader.read(folder, (_, record) -> {
                records.add(new Known(record.type(), record.payload().duplicate()));
                numbers.add(record.sequence());
            });
            return new Reading(records, numbers, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void judge(HeldFolder state) {
        if (states++ >= mostStates) {
            throw new Done();
        }
        try {
            Reading found = read(state);
            judgeReading(state, found);
            judgeGoingOn(state, found);
        } catch (Done e) {
            throw e;
        } catch (RuntimeException e) {
            complain("recovery fails: " + e);
        }
    }

    private void judgeReading(HeldFolder state, Reading found) {
        long mustBe = acknowledged();
        int count = found.records().size();
        if (count < mustBe) {
            lost += mustBe - count;
            complain((mustBe - count) + " acknowledged records lost; " + found.report());
        }
        if (!found.report().isWhole() || found.report().records() != count) {
            complain("the report is not that of a cut: " + found.report());
        }
        for (int i = 0; i < count; i++) {
            if (found.numbers().get(i) != i + 1) {
                complain("record " + (i + 1) + " has number " + found.numbers().get(i));
                return;
            }
            if (!isRight(i, found.records().get(i), i < mustBe)) {
                complain("record " + (i + 1) + " is not what was appended");
                return;
            }
        }
        if (count >= mustBe) {
            judgeCut(state, found);
        }
    }

    private boolean isRight(int index, Known found, boolean isAcknowledged) {
        boolean isGap = found.type() == RecordType.GAP.code();
        if (index < before.size()) {
            Known old = before.get(index);
            boolean isEither = isGap || old.type() == RecordType.GAP.code();
            return found.equals(old) || (!isAcknowledged && isEither);
        }
        long ticket = index - before.size() + 1L;
        Known mine = own.get(ticket);
        if (mine == null) {
            return found.type() == RecordType.RECOVERY.code() || found.type() == RecordType.ANCHOR.code();
        }
        boolean mayBeGap = mine.type() == RecordType.FRAMES.code() || mine.type() == RecordType.SUMMARY.code();
        return found.equals(mine) || (isGap && mayBeGap && writer.state().dropped() > 0);
    }

    /// Bytes of a write under way that are there and in no record must be named, from the first one on.
    private void judgeCut(HeldFolder state, Reading found) {
        if (disk.underWay().isEmpty() || writer.state().durable() == 0) {
            return;
        }
        var write = disk.underWay().get();
        long end = write.offset();
        for (int i = (int) acknowledged(); i < found.records().size(); i++) {
            end += FRAME_BYTES + found.records().get(i).payload().remaining();
        }
        byte[] bytes = state.bytes(write.file());
        long written = Math.min(bytes.length, write.offset() + write.bytes());
        long from = end;
        while (from < written && bytes[(int) from] == 0) {
            from++;
        }
        boolean isLeft = from < written;
        if (isLeft != isNamed(found.report(), write.file(), end, from)) {
            complain("a tail from " + from + " of " + write.file() + " is " + (isLeft ? "not named" : "made up") + ": "
                    + found.report());
        }
    }

    private static boolean isNamed(JournalReport report, String name, long earliest, long latest) {
        return report.flaws().stream()
                .anyMatch(flaw -> flaw instanceof Flaw.TornTail(var file, var offset, var _)
                        && file.equals(name)
                        && offset >= earliest
                        && offset <= latest);
    }

    private void judgeGoingOn(HeldFolder state, Reading found) {
        List<Known> wanted = new ArrayList<>(found.records());
        goOn(state, wanted);
        Reading again = read(state);
        Known recovery = again.records().isEmpty()
                ? new Known(0, ByteBuffer.allocate(0))
                : again.records().getLast();
        wanted.add(recovery);
        String words =
                StandardCharsets.UTF_8.decode(recovery.payload().duplicate()).toString();
        if (recovery.type() != RecordType.RECOVERY.code() || !isWhatWasFound(words, found)) {
            complain("going on says: " + words + ", and not: " + found.report());
        }
        if (!again.records().equals(wanted) || !again.report().isWhole()) {
            complain("after going on there are " + again.records().size() + " of " + wanted.size() + " records: "
                    + again.report());
        }
        if (state.oldWrites() > 0) {
            complain("a segment that was there is written to");
        }
        if (states % 8 == 0) {
            goOn(state, new ArrayList<>());
            Reading third = read(state);
            int count = Math.min(again.records().size(), third.records().size());
            if (!third.records().subList(0, count).equals(again.records())
                    || third.records().size() != count + 3
                    || !third.report().isWhole()) {
                complain("a second recovery finds something else: " + third.report());
            }
        }
    }

    /// Whether a start that read the end only says of it what a reading of everything says.
    private static boolean isWhatWasFound(String words, Reading found) {
        int count = found.records().size();
        Matcher read = READ.matcher(words);
        String last = "last " + count + ", chain " + found.report().lastChain();
        if (!read.lookingAt()) {
            return words.equals(last + "; a new journal") && count == 0;
        }
        String flaws = found.report().flaws().stream()
                .filter(flaw -> flaw.file().compareTo(read.group("from")) >= 0)
                .map(flaw -> "; " + FlawWords.of(flaw))
                .collect(Collectors.joining());
        String told = words.substring(read.end());
        boolean isCut = words.length() > LONG_WORDS && flaws.startsWith(told);
        return read.group("last").equals(last)
                && Integer.parseInt(read.group("records")) <= count
                && (told.equals(flaws) || isCut);
    }

    private void goOn(HeldFolder state, List<Known> wanted) {
        try (var next = newWriter(state)) {
            for (int i = 0; i < 2; i++) {
                ByteBuffer payload = StandardCharsets.US_ASCII.encode("going on " + i);
                next.append(RecordType.EVENT, Durability.AT_ONCE, nowNanos, 0, payload);
                wanted.add(new Known(RecordType.EVENT.code(), payload));
            }
            next.flush(nowNanos, 0);
            JournalState how = next.state();
            if (how.word() != JournalState.Word.OK || how.durable() != 3) {
                complain("cannot go on: " + how);
            }
        }
    }

    private void complain(String what) {
        wrong.add("seed " + seed + " run " + run + " call " + disk.calls() + ": " + what);
        if (wrong.size() >= mostWrong) {
            throw new Done();
        }
    }
}
