package org.altercor.hal.modbus;

import org.altercor.config.rig.ModbusTiming;
import org.altercor.config.rig.RegisterField.Table;
import org.altercor.config.rig.SerialSettings;
import org.altercor.hal.line.ByteLine;
import org.altercor.hal.line.Link;

/// The answering side of Modbus RTU, for one address on one line.
///
/// | what comes | what is done |
/// |---|---|
/// | a whole request to this address with a good CRC | obeyed and answered at once |
/// | the same, but a function other than 03, 04, 06 and 16 | exception 01, when the line has been silent |
/// | one of these four with too few or too many bytes | exception 03, when the line has been silent |
/// | no such register; a value that it does not take; a value that is not known | exception 02; 03; 04 |
/// | requests to other addresses, broadcasts, spoilt frames, noise | nothing at all |
/// | a refusal (a function above 127): a line that brings back what was said | nothing at all |
/// | several requests that have piled up | all obeyed, the last one answered |
///
/// Requests pile up when this program was away: the master has given up all but the last by then.
///
/// Frames have at most [ByteLine#LONGEST_FRAME] bytes, so that at most 29 registers are read and 27 written at once.
/// Owner: the bus thread. Allocates nothing.
final class ModbusSlave {
    static final int ILLEGAL_FUNCTION = 1;
    static final int ILLEGAL_ADDRESS = 2;
    static final int ILLEGAL_VALUE = 3;
    static final int DEVICE_FAILURE = 4;

    private static final int SHORTEST_FRAME = 4;
    private static final int SHORT_REQUEST = 8;
    private static final int WRITE_SEVERAL_OVERHEAD = 9;
    private static final int BYTE_COUNT_AT = 6;
    private static final int VALUES_AT = 7;
    private static final int MOST_READ = (ByteLine.LONGEST_FRAME - 5) / 2;

    private static final int NOT_YET = -1;
    private static final int NONE = 0;

    private final int slave;
    private final SlaveRegisters registers;
    private final long silenceNanos;
    private final byte[] arrived = new byte[ByteLine.LONGEST_FRAME];
    private final byte[] received = new byte[2 * ByteLine.LONGEST_FRAME];
    private final byte[] answer = new byte[ByteLine.LONGEST_FRAME];

    private int count;
    private int answerLength;
    private long lastByteNanos;

    /// @param slave     its address, 1 to 247
    /// @param settings  characters and speed of the line
    /// @param registers what it answers with
    ModbusSlave(int slave, SerialSettings settings, SlaveRegisters registers) {
        this.slave = slave;
        this.registers = registers;
        silenceNanos = ModbusTiming.turnNanos(settings);
    }

    /// Takes what has arrived, obeys it and answers.
    ///
    /// @return whether a good request to this address was among it
    boolean listen(Link link, long nowNanos) {
        boolean heard = false;
        answerLength = 0;
        int got = link.read(arrived);
        if (got > 0) {
            count = ModbusFrames.keep(received, count, arrived, got);
            lastByteNanos = nowNanos;
            heard = takeRequests();
        } else if (count > 0 && nowNanos - lastByteNanos >= silenceNanos) {
            heard = refuseOddFrame();
            count = 0;
        }
        if (answerLength > 0) {
            link.write(answer, answerLength);
        }
        return heard;
    }

    /// The line is a new one: what came before belongs to nothing.
    void reset() {
        count = 0;
    }

    private boolean takeRequests() {
        boolean heard = false;
        int done = 0;
        for (int at = 0; at + SHORTEST_FRAME <= count; at++) {
            int length = requestLength(at);
            if (length > NONE && at + length <= count && ModbusFrames.isSealed(received, at, length)) {
                if ((received[at] & 0xFF) == slave) {
                    obey(at);
                    heard = true;
                }
                done = at + length;
                at = done - 1;
            }
        }
        System.arraycopy(received, done, received, 0, count - done);
        count -= done;
        return heard;
    }

    private int requestLength(int at) {
        return switch (received[at + 1]) {
            case ModbusFrames.READ_HOLDING, ModbusFrames.READ_INPUT, ModbusFrames.WRITE_ONE -> SHORT_REQUEST;
            case ModbusFrames.WRITE_SEVERAL ->
                at + BYTE_COUNT_AT < count ? WRITE_SEVERAL_OVERHEAD + (received[at + BYTE_COUNT_AT] & 0xFF) : NOT_YET;
            default -> NONE;
        };
    }

    private boolean refuseOddFrame() {
        boolean isWhole = count >= SHORTEST_FRAME && ModbusFrames.isSealed(received, 0, count);
        if (!isWhole || (received[0] & 0xFF) != slave || (received[1] & ModbusFrames.REFUSED) != 0) {
            return false;
        }
        refuse(received[1], requestLength(0) == NONE ? ILLEGAL_FUNCTION : ILLEGAL_VALUE);
        return true;
    }

    private void obey(int at) {
        switch (received[at + 1]) {
            case ModbusFrames.READ_HOLDING -> read(at, Table.HOLDING);
            case ModbusFrames.READ_INPUT -> read(at, Table.INPUT);
            case ModbusFrames.WRITE_ONE -> writeOne(at);
            default -> writeSeveral(at);
        }
    }

    private void read(int at, Table table) {
        int function = received[at + 1];
        int first = ModbusFrames.word(received, at + 2);
        int wanted = ModbusFrames.word(received, at + 4);
        if (wanted < 1 || wanted > MOST_READ) {
            refuse(function, ILLEGAL_VALUE);
            return;
        }
        int next = 3;
        for (int i = 0; i < wanted; i++) {
            int value = registers.read(table, first + i);
            if (value < 0) {
                refuse(function, value == SlaveRegisters.NO_SUCH ? ILLEGAL_ADDRESS : DEVICE_FAILURE);
                return;
            }
            next = ModbusFrames.word(answer, next, value);
        }
        answer[0] = (byte) slave;
        answer[1] = (byte) function;
        answer[2] = (byte) (2 * wanted);
        answerLength = ModbusFrames.seal(answer, next);
    }

    private void writeOne(int at) {
        int address = ModbusFrames.word(received, at + 2);
        int value = ModbusFrames.word(received, at + 4);
        int refusal = registers.refusal(address, value);
        if (refusal != 0) {
            refuse(ModbusFrames.WRITE_ONE, refusal);
            return;
        }
        registers.write(address, value);
        repeatHead(at);
    }

    /// Writes all of them or none.
    private void writeSeveral(int at) {
        int first = ModbusFrames.word(received, at + 2);
        int wanted = ModbusFrames.word(received, at + 4);
        if (wanted < 1 || (received[at + BYTE_COUNT_AT] & 0xFF) != 2 * wanted) {
            refuse(ModbusFrames.WRITE_SEVERAL, ILLEGAL_VALUE);
            return;
        }
        for (int i = 0; i < wanted; i++) {
            int refusal = registers.refusal(first + i, ModbusFrames.word(received, at + VALUES_AT + 2 * i));
            if (refusal != 0) {
                refuse(ModbusFrames.WRITE_SEVERAL, refusal);
                return;
            }
        }
        for (int i = 0; i < wanted; i++) {
            registers.write(first + i, ModbusFrames.word(received, at + VALUES_AT + 2 * i));
        }
        repeatHead(at);
    }

    /// Answers a write: address, function and the two words after them once more.
    private void repeatHead(int at) {
        System.arraycopy(received, at, answer, 0, 6);
        answerLength = ModbusFrames.seal(answer, 6);
    }

    private void refuse(int function, int code) {
        answer[0] = (byte) slave;
        answer[1] = (byte) (function | ModbusFrames.REFUSED);
        answer[2] = (byte) code;
        answerLength = ModbusFrames.seal(answer, 3);
    }
}
