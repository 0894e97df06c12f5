package org.altercor.hal.modbus;

import java.util.HashMap;
import java.util.Map;
import org.altercor.hal.line.SimulatedLine;

/// A Modbus drive at the far end of a simulated line. Its shaft follows its set-point when [#run] is called.
///
/// Registers: 1 set speed, 2 enable (1 on, 0 off), 3 direction (1 forward, 2 reverse), 10 actual speed, 11
/// current, 12 fault, 13 actual direction, 20 watchdog in ms. Allocates nothing while it answers.
final class SimulatedSlave {
    static final int SET_SPEED = 1;
    static final int ENABLE = 2;
    static final int DIRECTION = 3;
    static final int ACTUAL_SPEED = 10;
    static final int CURRENT = 11;
    static final int FAULT = 12;
    static final int ACTUAL_DIRECTION = 13;
    static final int WATCHDOG = 20;

    final int slave;
    final int[] registers = new int[32];
    final Map<Integer, Integer> refused = new HashMap<>();

    boolean dead;
    boolean spoilAnswers;
    boolean needsEnable = true;
    boolean follows = true;
    int answersAs; // another address to answer with; 0 for its own
    long delayNanos = 1_000_000;
    long characterNanos = 190_000;
    int requests;
    int writesOfMotion;
    double rampRpmPerMs = 1e9;

    private final byte[] answer = new byte[16];

    SimulatedSlave(int slave) {
        this.slave = slave;
    }

    /// Lets the shaft move for a millisecond.
    void run() {
        if (!follows) {
            return;
        }
        boolean enabled = !needsEnable || registers[ENABLE] == 1;
        double target = enabled ? (short) registers[SET_SPEED] : 0;
        double actual = (short) registers[ACTUAL_SPEED];
        double step = Math.clamp(target - actual, -rampRpmPerMs, rampRpmPerMs);
        registers[ACTUAL_SPEED] = (int) Math.rint(actual + step) & 0xFFFF;
        registers[ACTUAL_DIRECTION] = registers[DIRECTION];
    }

    /// Loses power and comes back: nothing set, nothing turning.
    void reboot() {
        java.util.Arrays.fill(registers, 0);
    }

    void receive(SimulatedLine line, byte[] frame, int length) {
        if ((frame[0] & 0xFF) != slave || dead) {
            return;
        }
        requests++;
        int function = frame[1];
        int address = word(frame, 2);
        int size;
        answer[0] = (byte) (answersAs == 0 ? slave : answersAs);
        answer[1] = (byte) function;
        if (!refused.isEmpty() && refused.containsKey(address)) {
            answer[1] |= (byte) 0x80;
            answer[2] = refused.get(address).byteValue();
            size = 3;
        } else if (function == ModbusFrames.READ_HOLDING || function == ModbusFrames.READ_INPUT) {
            answer[2] = 2;
            answer[3] = (byte) (registers[address] >>> 8);
            answer[4] = (byte) registers[address];
            size = 5;
        } else {
            int value = function == ModbusFrames.WRITE_ONE ? word(frame, 4) : word(frame, 7);
            registers[address] = value;
            if (value != 0 && (address == SET_SPEED || address == ENABLE)) {
                writesOfMotion++;
            }
            System.arraycopy(frame, 2, answer, 2, 4);
            size = 6;
        }
        int crc = ModbusFrames.crc(answer, 0, size);
        answer[size] = (byte) (spoilAnswers ? ~crc : crc);
        answer[size + 1] = (byte) (crc >>> 8);
        line.send(answer, size + 2, length * characterNanos + delayNanos, characterNanos);
    }

    private static int word(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }
}
