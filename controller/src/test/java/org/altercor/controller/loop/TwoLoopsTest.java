package org.altercor.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.altercor.hal.port.AlarmSignal;
import org.altercor.safety.frame.FrameCell;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.ControlSnapshot.Answer;
import org.altercor.safety.supervise.SafetyReport;
import org.altercor.safety.supervise.SupervisorLoop;
import org.altercor.safety.supervise.SupervisorOutputs;
import org.junit.jupiter.api.Test;

/// Control at 100 Hz and supervisor at 200 Hz over one drive, in lock step.
class TwoLoopsTest {
    private static final long MS = 1_000_000;

    private final FollowingDrive drive = new FollowingDrive();
    private final FrameCell<ControlSnapshot> snapshots = new FrameCell<>(new ControlSnapshot(1));
    private final FrameCell<SafetyReport> reports = new FrameCell<>(new SafetyReport(1));
    private final FrameCell<SpeedRequests> requests = new FrameCell<>(new SpeedRequests(1));
    private final ControlLoop control =
            new ControlLoop(List.of(drive), List.of(new PumpLimits(250, 250, 300)), reports, requests, snapshots);
    private long beats;
    private final RecordingOutputs outputs = new RecordingOutputs();
    private final SupervisorLoop supervisor = new SupervisorLoop(
            List.of(drive), snapshots, reports, nowNanos -> beats++, new SupervisorOutputs(List.of(outputs), outputs));
    private final ControlSnapshot seen = new ControlSnapshot(1);
    private long nowNanos;

    private void run(long milliseconds, boolean controlRuns, boolean supervisorRuns) {
        long endNanos = nowNanos + milliseconds * MS;
        while (nowNanos - endNanos < 0) {
            nowNanos += 5 * MS;
            drive.nowNanos = nowNanos;
            if (supervisorRuns) {
                supervisor.cycle(nowNanos);
            }
            if (controlRuns && nowNanos % (10 * MS) == 0) {
                control.cycle(nowNanos);
            }
        }
        assertThat(snapshots.reader().tryRead(seen)).isEqualTo(true);
    }

    private void request(long id, double speedRpm) {
        var asked = new SpeedRequests(1);
        asked.id[0] = id;
        asked.speedRpm[0] = speedRpm;
        requests.publish(asked);
    }

    @Test
    void aRequestTurnsThePumpAndTheLeaseIsRenewedEachCycle() {
        run(100, true, true);
        request(1, 60);
        run(500, true, true);
        assertThat(drive.speedRpm).isEqualTo(60);
        assertThat(drive.validUntilNanos - nowNanos).isEqualTo(ControlLoop.LEASE_NANOS);
        assertThat(beats).isEqualTo(120);
    }

    @Test
    void withoutASupervisorNothingStarts() {
        run(50, true, false);
        request(1, 60);
        run(500, true, false);
        assertThat(drive.speedRpm).isZero();
        assertThat(seen.answer[0]).isEqualTo(Answer.START_NOT_PERMITTED);
    }

    @Test
    void whenTheControlLoopHangsTheLeaseRunsOutBecauseNobodyElseRenewsIt() {
        run(100, true, true);
        request(1, 60);
        run(500, true, true);
        run(400, false, true);
        assertThat(drive.validUntilNanos - nowNanos).isNegative();
    }

    @Test
    void runPowerIsThereAndTheBuzzerQuietWhileBothLoopsLive() {
        run(100, true, true);
        assertThat(outputs.allowed).isTrue();
        assertThat(outputs.sound).isEqualTo(AlarmSignal.SILENT);
        run(5_000, true, true);
        assertThat(outputs.allowed).isTrue();
        assertThat(outputs.sound).isEqualTo(AlarmSignal.SILENT);
    }

    @Test
    void aControlLoopThatHangsIsHeardAtOnceAndLosesRunPowerASecondLater() {
        run(100, true, true);
        run(80, false, true);
        assertThat(outputs.sound).isEqualTo(AlarmSignal.HIGH);
        assertThat(outputs.light).isEqualTo(AlarmSignal.HIGH);
        assertThat(outputs.allowed).as("the stop on the ramp comes first").isTrue();

        run(1_000, false, true);
        assertThat(outputs.allowed).isFalse();

        run(50, true, true);
        assertThat(outputs.allowed).as("it is back").isTrue();
        assertThat(outputs.sound).isEqualTo(AlarmSignal.SILENT);
    }

    @Test
    void beforeTheControlLoopWasHeardThereIsNoRunPower() {
        for (int i = 0; i < 100; i++) {
            nowNanos += 5 * MS;
            supervisor.cycle(nowNanos);
        }
        assertThat(outputs.allowed).isFalse();
        assertThat(outputs.sound).isEqualTo(AlarmSignal.HIGH);
    }

    @Test
    void neitherLoopAllocatesInASteadyCycle() {
        run(100, true, true);
        request(1, 60);
        run(20_000, true, true); // warm
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long leastBytes = Long.MAX_VALUE;
        for (int window = 0; window < 10; window++) { // a compiler that is still at work may allocate in some of them
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int cycle = 0; cycle < 20_000; cycle++) {
                nowNanos += 5 * MS;
                drive.nowNanos = nowNanos;
                supervisor.cycle(nowNanos);
                control.cycle(nowNanos);
            }
            leastBytes = Math.min(leastBytes, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(leastBytes).as("bytes in 40,000 cycles").isZero();
    }
}
