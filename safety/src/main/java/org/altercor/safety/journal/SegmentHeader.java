package org.altercor.safety.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/// The first [#BYTES] bytes of a segment.
///
/// ```
///   0  8  ALTRCORJ           56 16  chain: that of the record before the first
///   8  2  version            72 72  machine, UTF-8, filled with zeros
///  10  2  bytes of a header 144  4  zero
///  12  4  segment           148  4  CRC-32C of 0 to 147
///  16  8  first sequence
///  24  8  wall clock, ms since 1970
///  32  8  monotonic clock, ns
///  40 16  boot
/// ```
///
/// @param number        of the segment, from 1, without a gap
/// @param firstSequence of its first record: every record before that number was on disk when this was written
/// @param wallMillis    when it was begun, by the clock on the wall
/// @param monotonicNanos when it was begun, by the monotonic clock of its boot
/// @param boot          the start of the program that wrote its records; [#UNKNOWN] when they were found without one
/// @param chain         that of the record before the first
/// @param machine       its name, for people
record SegmentHeader(
        int number, long firstSequence, long wallMillis, long monotonicNanos, UUID boot, Chain chain, String machine) {
    static final int BYTES = 152;

    /// Version of the format.
    static final short VERSION = 1;

    /// Stands for a start of which nothing is known: its records were carried over from a segment without a header.
    static final UUID UNKNOWN = new UUID(0, 0);

    private static final byte[] MAGIC = "ALTRCORJ".getBytes(StandardCharsets.US_ASCII);
    private static final int MACHINE_AT = 72;
    private static final int MACHINE_BYTES = 72;
    private static final int CRC_AT = 148;
    private static final String SUFFIX = ".journal";

    /// Name of a segment's file.
    static String fileName(int number) {
        return String.format(java.util.Locale.ROOT, "altercor-%08d%s", number, SUFFIX);
    }

    /// Number of the segment of a file name; empty when that is none.
    static Optional<Integer> numberOf(String fileName) {
        if (!fileName.matches("altercor-[0-9]{8}\\.journal")) {
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(fileName.substring(9, 17)));
    }

    /// The same one, of another segment.
    SegmentHeader numbered(int segment) {
        return new SegmentHeader(segment, firstSequence, wallMillis, monotonicNanos, boot, chain, machine);
    }

    /// The bytes of it.
    ByteBuffer encode() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(MAGIC).putShort(VERSION).putShort((short) BYTES).putInt(number);
        bytes.putLong(firstSequence).putLong(wallMillis).putLong(monotonicNanos);
        bytes.putLong(boot.getMostSignificantBits()).putLong(boot.getLeastSignificantBits());
        chain.put(bytes);
        byte[] name = machine.getBytes(StandardCharsets.UTF_8);
        bytes.put(name, 0, Math.min(name.length, MACHINE_BYTES));
        bytes.putInt(CRC_AT, crc(bytes));
        return bytes.clear();
    }

    /// Reads one.
    ///
    /// @param bytes at least [#BYTES] of them from its position on
    /// @return empty when they are no header, or a spoilt one
    static Optional<SegmentHeader> decode(ByteBuffer bytes) {
        ByteBuffer from = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (from.remaining() < BYTES || from.getInt(CRC_AT) != crc(from)) {
            return Optional.empty();
        }
        var magic = new byte[MAGIC.length];
        from.get(magic);
        if (!java.util.Arrays.equals(magic, MAGIC) || from.getShort() != VERSION) {
            return Optional.empty();
        }
        from.getShort();
        int number = from.getInt();
        long firstSequence = from.getLong();
        long wallMillis = from.getLong();
        long monotonicNanos = from.getLong();
        var boot = new UUID(from.getLong(), from.getLong());
        Chain chain = Chain.get(from);
        var name = new byte[MACHINE_BYTES];
        from.get(MACHINE_AT, name);
        String machine = new String(name, StandardCharsets.UTF_8).replace("\0", "");
        return Optional.of(new SegmentHeader(number, firstSequence, wallMillis, monotonicNanos, boot, chain, machine));
    }

    private static int crc(ByteBuffer bytes) {
        var crc = new CRC32C();
        crc.update(bytes.duplicate().clear().limit(CRC_AT));
        return (int) crc.getValue();
    }
}
