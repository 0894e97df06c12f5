package org.altercor.bench.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.altercor.safety.journal.JournalFile;
import org.altercor.safety.journal.JournalFolder;

/// A disk that knows what of it would survive a power cut at any call: sectors, sizes and names that no sync has made
/// safe may be there or not, each for itself. A sync that failed leaves its sectors in doubt for ever, and says
/// nothing of them when it is asked again. Owner: one thread.
final class CrashDisk implements JournalFolder {
    /// Sees every call before it does anything.
    interface Watcher {
        void before(CrashDisk disk);

        /// Whether it wants to see a state of a write under way.
        boolean wantsByte();

        /// States of a write under way, one for each byte of it that was taken.
        void during(CrashDisk disk, HeldFolder state);
    }

    /// A write of records that no sync has made safe.
    record UnderWay(String file, int offset, int bytes) {}

    /// What lies under a name.
    private static final class Inode {
        byte[] live;
        byte[] safe;
        final BitSet changed = new BitSet();
        final BitSet doubtful = new BitSet();
        boolean hasFailed;
        boolean isOld;

        Inode(byte[] bytes) {
            live = bytes;
            safe = bytes;
        }
    }

    /// Something that may be there or not: a name, a size (sector -1) or a sector.
    private record Choice(Optional<String> name, Optional<Inode> inode, int sector) {}

    private final Map<String, Inode> live = new TreeMap<>();
    private final Map<String, Inode> safe = new TreeMap<>();
    private final TreeSet<String> changedNames = new TreeSet<>();
    private final TreeSet<String> doubtfulNames = new TreeSet<>();
    private final int sectorBytes;
    private final Random random;
    private final Watcher watcher;
    private final BitSet failing = new BitSet();
    private final List<String> sins = new ArrayList<>();
    private Optional<UnderWay> underWay = Optional.empty();
    private int calls;

    CrashDisk(int sectorBytes, Random random, Watcher watcher) {
        this.sectorBytes = sectorBytes;
        this.random = random;
        this.watcher = watcher;
    }

    /// A disk after a power cut: what is there is safe.
    CrashDisk after(HeldFolder state) {
        var next = new CrashDisk(sectorBytes, random, watcher);
        for (String name : state.names()) {
            var inode = new Inode(state.bytes(name));
            inode.isOld = true;
            next.live.put(name, inode);
            next.safe.put(name, inode);
        }
        return next;
    }

    /// The program ended, the computer did not: caches stay as they are.
    void programEnds() {
        live.values().forEach(inode -> inode.isOld = true);
        failing.clear();
        underWay = Optional.empty();
    }

    /// Lets calls fail, counted from now.
    void fail(int first, int count) {
        failing.set(calls + first, calls + first + count);
    }

    /// What a writer did that none may do.
    List<String> sins() {
        return sins;
    }

    Optional<UnderWay> underWay() {
        return underWay;
    }

    int calls() {
        return calls;
    }

    /// What a cut right now may leave.
    ///
    /// @param most states; all when there are not more
    void states(int most, Consumer<HeldFolder> use) {
        List<Choice> choices = choices();
        int count = choices.size();
        if (count < 31 && 1 << count <= most) {
            for (int mask = 0; mask < 1 << count; mask++) {
                use.accept(state(choices, BitSet.valueOf(new long[] {mask})));
            }
            return;
        }
        for (int i = 0; i < most; i++) {
            use.accept(anyState(choices, i));
        }
    }

    /// One of the states that a cut right now may leave.
    HeldFolder anyState() {
        return anyState(choices(), random.nextInt(8));
    }

    private HeldFolder anyState(List<Choice> choices, int kind) {
        var bits = new BitSet();
        int count = choices.size();
        switch (kind % 8) {
            case 0 -> bits.set(0, count);
            case 1 -> {
                // nothing of it
            }
            case 2, 3, 4 -> { // all but some that lie together
                bits.set(0, count);
                int from = random.nextInt(count + 1);
                bits.clear(from, from + random.nextInt(count - from + 1));
            }
            default -> { // a few of them, half, or nearly all
                for (int i = 0; i < count; i++) {
                    bits.set(i, random.nextInt(8) < kind % 8);
                }
            }
        }
        return state(choices, bits);
    }

    private List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        var inodes = new ArrayList<Inode>();
        for (String name : names(live, safe)) {
            Inode now = live.get(name);
            Inode then = safe.get(name);
            if (now != then) {
                choices.add(new Choice(Optional.of(name), Optional.empty(), 0));
            }
            if (now != null) {
                inodes.add(now);
            }
            if (then != null && then != now) {
                inodes.add(then);
            }
        }
        for (Inode inode : inodes) {
            if (inode.live.length != inode.safe.length) {
                choices.add(new Choice(Optional.empty(), Optional.of(inode), -1));
            }
            for (int sector = 0; sector * sectorBytes < inode.live.length; sector++) {
                if ((inode.changed.get(sector) || inode.doubtful.get(sector)) && differs(inode, sector)) {
                    choices.add(new Choice(Optional.empty(), Optional.of(inode), sector));
                }
            }
        }
        return choices;
    }

    private static Set<String> names(Map<String, Inode> some, Map<String, Inode> others) {
        var names = new TreeSet<>(some.keySet());
        names.addAll(others.keySet());
        return names;
    }

    private boolean differs(Inode inode, int sector) {
        int end = Math.min((sector + 1) * sectorBytes, inode.live.length);
        for (int at = sector * sectorBytes; at < end; at++) {
            if (inode.live[at] != (at < inode.safe.length ? inode.safe[at] : 0)) {
                return true;
            }
        }
        return false;
    }

    private HeldFolder state(List<Choice> choices, BitSet bits) {
        Map<Inode, byte[]> contents = new HashMap<>();
        Map<String, Inode> found = new TreeMap<>(safe);
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            boolean isThere = bits.get(i);
            if (choice.name().isPresent()) {
                String name = choice.name().get();
                Inode inode = (isThere ? live : safe).get(name);
                if (inode == null) {
                    found.remove(name);
                } else {
                    found.put(name, inode);
                }
                continue;
            }
            Inode inode = choice.inode().orElseThrow();
            if (choice.sector() < 0) {
                contents.put(inode, Arrays.copyOf(inode.safe, isThere ? inode.live.length : inode.safe.length));
            } else if (isThere) {
                byte[] bytes = contents.computeIfAbsent(inode, its -> its.safe.clone());
                int at = choice.sector() * sectorBytes;
                int count = Math.min(at + sectorBytes, bytes.length) - at;
                if (count > 0) {
                    System.arraycopy(inode.live, at, bytes, at, count);
                }
            }
        }
        var state = new HeldFolder();
        found.forEach((name, inode) -> state.put(name, contents.getOrDefault(inode, inode.safe)));
        return state;
    }

    /// Everything as the program sees it.
    HeldFolder seen() {
        var state = new HeldFolder();
        live.forEach((name, inode) -> state.put(name, inode.live));
        return state;
    }

    private HeldFolder seen(Inode changed, byte[] bytes) {
        var state = new HeldFolder();
        live.forEach((name, inode) -> state.put(name, inode == changed ? bytes : inode.live));
        return state;
    }

    private boolean fails() {
        watcher.before(this);
        return failing.get(calls++);
    }

    private IOException failure(String what) {
        if (random.nextInt(8) == 0) {
            throw new UncheckedIOException(new IOException(what + ": said to fail"));
        }
        return new IOException(what + ": said to fail");
    }

    @Override
    public List<String> names() throws IOException {
        if (fails()) {
            throw failure("names");
        }
        return List.copyOf(live.keySet());
    }

    @Override
    public JournalFile create(String name) throws IOException {
        boolean isFailing = fails();
        if (live.containsKey(name)) {
            throw new IOException(name + " is there");
        }
        if (isFailing && random.nextBoolean()) {
            throw failure("create");
        }
        var inode = new Inode(new byte[0]);
        live.put(name, inode);
        changedNames.add(name);
        doubtfulNames.remove(name);
        if (isFailing) {
            throw failure("create");
        }
        return new Handle(name, inode);
    }

    @Override
    public JournalFile open(String name) throws IOException {
        Inode inode = live.get(name);
        if (fails() || inode == null) {
            throw failure("open");
        }
        return new Handle(name, inode);
    }

    @Override
    public void delete(String name) throws IOException {
        boolean isFailing = fails();
        if (!isFailing || random.nextBoolean()) {
            live.remove(name);
            changedNames.add(name);
            doubtfulNames.remove(name);
        }
        if (isFailing) {
            throw failure("delete");
        }
    }

    @Override
    public void sync() throws IOException {
        if (fails()) {
            doubtfulNames.addAll(changedNames);
            throw failure("folder sync");
        }
        changedNames.removeAll(doubtfulNames);
        for (String name : changedNames) {
            Inode inode = live.get(name);
            if (inode == null) {
                safe.remove(name);
            } else {
                safe.put(name, inode);
            }
        }
        changedNames.clear();
    }

    @Override
    public Closeable claim() throws IOException {
        if (fails()) {
            throw failure("claim");
        }
        return () -> {
            // nobody else is here
        };
    }

    private final class Handle implements JournalFile {
        private final String name;
        private final Inode inode;

        Handle(String name, Inode inode) {
            this.name = name;
            this.inode = inode;
        }

        @Override
        public long size() {
            return inode.live.length;
        }

        @Override
        public void write(long offset, ByteBuffer from) throws IOException {
            boolean isFailing = fails();
            if (inode.isOld || inode.hasFailed) {
                sins.add(name + " was written, " + (inode.isOld ? "though it was there" : "though it had failed"));
            }
            int at = (int) offset;
            var bytes = new byte[from.remaining()];
            from.get(bytes);
            boolean isZero = isZero(bytes);
            if (!isZero) {
                for (int count = 0; count < bytes.length; count++) {
                    if (watcher.wantsByte()) {
                        watcher.during(CrashDisk.this, seen(inode, with(inode.live, at, bytes, count)));
                    }
                }
            }
            int count = isFailing ? random.nextInt(bytes.length + 1) : bytes.length;
            inode.live = with(inode.live, at, bytes, count);
            if (count > 0) {
                inode.changed.set(at / sectorBytes, (at + count - 1) / sectorBytes + 1);
            }
            if (isFailing) {
                inode.hasFailed = true;
                underWay = Optional.empty();
                throw failure("write");
            }
            if (at > 0 && !isZero) {
                underWay = Optional.of(new UnderWay(name, at, bytes.length));
            }
        }

        private static boolean isZero(byte[] bytes) {
            for (byte b : bytes) {
                if (b != 0) {
                    return false;
                }
            }
            return true;
        }

        private static byte[] with(byte[] old, int at, byte[] bytes, int count) {
            byte[] all = Arrays.copyOf(old, count == 0 ? old.length : Math.max(old.length, at + count));
            System.arraycopy(bytes, 0, all, at, count);
            return all;
        }

        @Override
        public void read(long offset, ByteBuffer into) throws IOException {
            if (fails()) {
                throw failure("read");
            }
            into.put(inode.live, (int) offset, Math.min(into.remaining(), inode.live.length - (int) offset));
        }

        @Override
        public void sync() throws IOException {
            boolean isFailing = fails();
            if (inode.hasFailed) {
                sins.add(name + " was asked to sync again, though it had failed");
            }
            if (isFailing) {
                inode.hasFailed = true;
                inode.doubtful.or(inode.changed);
                inode.changed.clear();
                underWay = Optional.empty();
                throw failure("sync");
            }
            byte[] now = inode.live.clone();
            for (int i = inode.doubtful.nextSetBit(0); i >= 0; i = inode.doubtful.nextSetBit(i + 1)) {
                int at = i * sectorBytes;
                int end = Math.min(at + sectorBytes, now.length);
                for (int b = at; b < end; b++) {
                    now[b] = b < inode.safe.length ? inode.safe[b] : 0;
                }
            }
            inode.safe = now;
            inode.changed.clear();
            underWay = Optional.empty();
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }
}
