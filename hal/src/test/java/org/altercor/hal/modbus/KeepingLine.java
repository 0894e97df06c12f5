package org.altercor.hal.modbus;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.altercor.hal.line.SimulatedLine;

/// What stands between a bus and its first slave: a line that keeps every frame for a while, as an adapter
/// does that hangs, and then lets them go one by one.
final class KeepingLine {
    /// Which frames are kept.
    enum Way {
        REQUESTS,
        ANSWERS
    }

    /// A line that goes on keeping what it is given lets go all at once in the end.
    private static final int SLOW_MS = 1_500;

    final BusRig rig;

    private final SimulatedSlave slave;
    private final Way way;
    private final ArrayDeque<byte[]> kept = new ArrayDeque<>();

    /// The line keeps from now on.
    KeepingLine(BusRig rig, Way way) {
        this.rig = rig;
        this.way = way;
        slave = rig.slaves.getFirst();
        rig.line.farEnd(
                (_, frame, length) -> kept.add(way == Way.REQUESTS ? Arrays.copyOf(frame, length) : answer(frame)));
    }

    private byte[] answer(byte[] request) {
        SimulatedLine aside = new SimulatedLine();
        aside.open();
        slave.receive(aside, request, request.length);
        aside.nowNanos = Long.MAX_VALUE / 2;
        byte[] answer = new byte[16];
        return Arrays.copyOf(answer, aside.read(answer));
    }

    /// Runs until one more frame was kept: somebody waits for an answer now.
    void untilAsked() {
        int before = kept.size();
        rig.until("the drive is asked", () -> kept.size() > before);
    }

    /// Lets one frame go, and another every so often.
    void letGo(int spacingMs, Runnable everyMs) {
        for (long fromMs = rig.nowMs; !kept.isEmpty(); ) {
            letOneGo();
            for (int ms = 0; ms < spacingMs && rig.nowMs - fromMs < SLOW_MS; ms++) {
                rig.run(1);
                everyMs.run();
            }
        }
        rig.line.farEnd(slave::receive);
    }

    private void letOneGo() {
        byte[] frame = kept.remove();
        if (way == Way.REQUESTS) {
            slave.receive(rig.line, frame, frame.length);
        } else {
            rig.line.send(frame, frame.length, 0, slave.characterNanos);
        }
    }
}
