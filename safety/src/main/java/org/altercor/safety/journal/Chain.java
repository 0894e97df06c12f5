package org.altercor.safety.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A link of the hash chain: the first 16 bytes of `SHA-256(link before ‖ record)`. A record that is taken out, put
/// in or changed breaks it for good. Nobody signs it: who can write the whole file can write another one.
///
/// @param high first eight bytes, little-endian as they stand in a file
/// @param low  the eight bytes after them
record Chain(long high, long low) {
    static final int BYTES = 16;

    /// Before the first record of a journal.
    static final Chain START = new Chain(0, 0);

    /// The link after this one.
    ///
    /// @param record its bytes, from position to limit; left as they are
    Chain next(ByteBuffer record) {
        MessageDigest sha = sha256();
        ByteBuffer own = ByteBuffer.allocate(BYTES).order(record.order());
        put(own.order(java.nio.ByteOrder.LITTLE_ENDIAN));
        sha.update(own.flip());
        sha.update(record.duplicate());
        return get(ByteBuffer.wrap(sha.digest()).order(java.nio.ByteOrder.LITTLE_ENDIAN));
    }

    /// Puts it into little-endian bytes.
    void put(ByteBuffer into) {
        into.putLong(high).putLong(low);
    }

    /// Takes one out of little-endian bytes.
    static Chain get(ByteBuffer from) {
        return new Chain(from.getLong(), from.getLong());
    }

    /// As it stands in a file, for people.
    String hex() {
        ByteBuffer own = ByteBuffer.allocate(BYTES).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        put(own);
        return HexFormat.of().formatHex(own.array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
