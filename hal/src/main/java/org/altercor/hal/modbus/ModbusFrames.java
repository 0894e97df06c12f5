package org.altercor.hal.modbus;

/// Modbus RTU frames as bytes.
///
/// ```
/// read      slave  03|04  address(2)  count(2)                 crc(2)     answer  slave fn bytes data… crc
/// write one slave  06     address(2)  value(2)                 crc(2)     answer  the same again
/// write     slave  10     address(2)  count(2) bytes value(2)… crc(2)     answer  slave 10 address count crc
/// refusal                                                                 answer  slave fn|80 code crc
/// ```
///
/// Registers are sent high byte first, the CRC (polynomial A001 reflected, from FFFF) low byte first. Published
/// frames are in its test [P64]. Pure; nothing allocates.
final class ModbusFrames {
    static final int READ_HOLDING = 0x03;
    static final int READ_INPUT = 0x04;
    static final int WRITE_ONE = 0x06;
    static final int WRITE_SEVERAL = 0x10;

    /// What [#findAnswer] returns when there is none yet.
    static final int NOT_FOUND = -1;

    /// Bit in the function of an answer that makes it a refusal.
    static final int REFUSED = 0x80;

    private static final int REFUSAL_BYTES = 5;
    private static final int WRITE_ANSWER_BYTES = 8;

    private ModbusFrames() {}

    /// CRC-16/MODBUS of `length` bytes from `from`.
    static int crc(byte[] bytes, int from, int length) {
        int crc = 0xFFFF;
        for (int i = from; i < from + length; i++) {
            crc ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0xA001;
            }
        }
        return crc;
    }

    /// Whether the last two of `length` bytes from `from` are the CRC of those before.
    static boolean isSealed(byte[] bytes, int from, int length) {
        int crc = crc(bytes, from, length - 2);
        return (bytes[from + length - 2] & 0xFF) == (crc & 0xFF) && (bytes[from + length - 1] & 0xFF) == crc >>> 8;
    }

    /// Encodes a read of `count` registers.
    ///
    /// @param function [#READ_HOLDING] or [#READ_INPUT]
    /// @return length of the frame
    static int encodeRead(byte[] into, int slave, int function, int address, int count) {
        return seal(into, head(into, slave, function, address, count));
    }

    /// Encodes a write of one register by function 06.
    ///
    /// @param value raw register value, 0 to 65535
    /// @return length of the frame
    static int encodeWriteOne(byte[] into, int slave, int address, int value) {
        return seal(into, head(into, slave, WRITE_ONE, address, value));
    }

    /// Encodes a write of one register by function 16.
    ///
    /// @param value raw register value, 0 to 65535
    /// @return length of the frame
    static int encodeWriteSeveral(byte[] into, int slave, int address, int value) {
        int length = head(into, slave, WRITE_SEVERAL, address, 1);
        into[length++] = 2;
        length = word(into, length, value);
        return seal(into, length);
    }

    private static int head(byte[] into, int slave, int function, int address, int word) {
        into[0] = (byte) slave;
        into[1] = (byte) function;
        return word(into, word(into, 2, address), word);
    }

    /// Puts a register at `at`.
    ///
    /// @return where the next one goes
    static int word(byte[] into, int at, int value) {
        into[at] = (byte) (value >>> 8);
        into[at + 1] = (byte) value;
        return at + 2;
    }

    /// Ends a frame of `length` bytes with its CRC.
    ///
    /// @return its length with it
    static int seal(byte[] into, int length) {
        int crc = crc(into, 0, length);
        into[length] = (byte) crc;
        into[length + 1] = (byte) (crc >>> 8);
        return length + 2;
    }

    /// Length of the answer to a request that is not refused.
    static int answerLength(byte[] request) {
        return switch (request[1]) {
            case READ_HOLDING, READ_INPUT -> 5 + 2 * word(request, 4);
            default -> WRITE_ANSWER_BYTES;
        };
    }

    /// Finds the answer to `request` among bytes that may begin with noise or with the late answer to another
    /// request.
    ///
    /// An answer is complete, has a good CRC, the slave and function of the request, and what the function
    /// repeats: the byte count of a read, address and value of a write. A read's answer does not name its
    /// register: who sends a read must know that no earlier one can still be answered.
    ///
    /// @return where the answer begins, or [#NOT_FOUND]
    static int findAnswer(byte[] received, int count, byte[] request) {
        int length = answerLength(request);
        for (int at = 0; at + REFUSAL_BYTES <= count; at++) {
            boolean whole = at + length <= count;
            if (received[at] != request[0]) {
                continue;
            }
            if (whole && repeats(received, at, request, length) && isSealed(received, at, length)) {
                return at;
            }
            if ((received[at + 1] & 0xFF) == (request[1] | REFUSED) && isSealed(received, at, REFUSAL_BYTES)) {
                return at;
            }
        }
        return NOT_FOUND;
    }

    private static boolean repeats(byte[] received, int at, byte[] request, int length) {
        if (received[at + 1] != request[1]) {
            return false;
        }
        if (length != WRITE_ANSWER_BYTES || isRead(request)) {
            return (received[at + 2] & 0xFF) == length - 5;
        }
        for (int i = 2; i < 6; i++) {
            if (received[at + i] != request[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean isRead(byte[] request) {
        return request[1] == READ_HOLDING || request[1] == READ_INPUT;
    }

    /// Whether the answer found at `at` is a refusal.
    static boolean isRefusal(byte[] received, int at) {
        return (received[at + 1] & REFUSED) != 0;
    }

    /// Length of the answer found at `at`.
    static int lengthOfAnswer(byte[] received, int at, byte[] request) {
        return isRefusal(received, at) ? REFUSAL_BYTES : answerLength(request);
    }

    /// Exception code of a refusal.
    static int refusalCode(byte[] received, int at) {
        return received[at + 2] & 0xFF;
    }

    /// First register of the answer to a read, raw, 0 to 65535.
    static int firstRegister(byte[] received, int at) {
        return word(received, at + 3);
    }

    /// The register at `at`, raw, 0 to 65535.
    static int word(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }

    /// Whether the request itself came back: an adapter that hears itself would confirm every write on its own.
    static boolean containsEcho(byte[] received, int count, byte[] request, int requestLength) {
        for (int at = 0; at + requestLength <= count; at++) {
            int i = 0;
            while (i < requestLength && received[at + i] == request[i]) {
                i++;
            }
            if (i == requestLength) {
                return true;
            }
        }
        return false;
    }

    /// Appends what arrived to what was kept; of a line that babbles the newest bytes are kept.
    ///
    /// @param arrivedCount at most `kept.length`
    /// @return number of bytes kept now
    static int keep(byte[] kept, int keptCount, byte[] arrived, int arrivedCount) {
        int excess = Math.max(0, keptCount + arrivedCount - kept.length);
        System.arraycopy(kept, excess, kept, 0, keptCount - excess);
        System.arraycopy(arrived, 0, kept, keptCount - excess, arrivedCount);
        return keptCount - excess + arrivedCount;
    }
}
