package org.altercor.safety.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.altercor.hal.port.AlarmSignal;
import org.altercor.hal.port.Quality;
import org.altercor.safety.frame.FrameDecoder;
import org.altercor.safety.frame.FrameDifference;
import org.altercor.safety.frame.FrameEncoder;
import org.altercor.safety.frame.FrameLayout;
import org.junit.jupiter.api.Test;

class SupervisorCoreTest {
    private static final long MS = 1_000_000;

    private final SupervisorCore core = new SupervisorCore();
    private final SupervisorInputs inputs = new SupervisorInputs(2);
    private final SafetyReport report = new SafetyReport(2);
    private final BeatWatch controlSide = new BeatWatch(100 * MS);

    private void cycle(long nowNanos, boolean controlBeats) {
        inputs.nowNanos = nowNanos;
        if (controlBeats) {
            inputs.controlReadable = true;
            controlSide.beat(inputs.control.beat, report.beat, nowNanos);
        }
        core.step(inputs, report);
    }

    private void speedsAreKnownAt(long nowNanos) {
        inputs.speedRpm[0].set(0, 0, nowNanos, 1, Quality.GOOD);
        inputs.speedRpm[1].set(0, 0, nowNanos, 1, Quality.GOOD);
    }

    @Test
    void freshInputsPermitNothing() {
        core.step(new SupervisorInputs(2), report);
        assertThat(report.mayStart).containsOnly(false);
        assertThat(report.mayIncrease).containsOnly(false);
        assertThat(report.controlAlive).isFalse();
        assertThat(report.runPower).isFalse();
        assertThat(report.signal).isEqualTo(AlarmSignal.HIGH);
    }

    @Test
    void aReportThatNobodyFilledInGivesNoRunPowerAndSoundsTheAlarm() {
        assertThat(new SafetyReport(2).runPower).isFalse();
        assertThat(new SafetyReport(2).signal).isEqualTo(AlarmSignal.HIGH);
    }

    @Test
    void runPowerOutlastsTheControlLoopByItsSilenceAndNotByMore() {
        cycle(0, true);
        cycle(5 * MS, true);
        assertThat(report.runPower).isTrue();
        assertThat(report.signal).isEqualTo(AlarmSignal.SILENT);

        cycle(55 * MS, false);
        assertThat(report.controlAlive).isTrue();
        cycle(60 * MS, false);
        assertThat(report.controlAlive).isFalse();
        assertThat(report.signal).isEqualTo(AlarmSignal.HIGH);
        assertThat(report.runPower).isTrue();

        cycle(55 * MS + SupervisorCore.RUN_POWER_SILENCE_NANOS, false);
        assertThat(report.runPower).isTrue();
        cycle(55 * MS + SupervisorCore.RUN_POWER_SILENCE_NANOS + 1, false);
        assertThat(report.runPower).isFalse();
    }

    @Test
    void runPowerIsBackWhenTheControlLoopIs() {
        cycle(0, true);
        cycle(5 * MS, true);
        cycle(5_000 * MS, false);
        assertThat(report.runPower).isFalse();
        cycle(5_005 * MS, true);
        cycle(5_010 * MS, true);
        assertThat(report.runPower).isTrue();
        assertThat(report.signal).isEqualTo(AlarmSignal.SILENT);
    }

    @Test
    void aLiveControlLoopAndKnownSpeedsPermitAStart() {
        speedsAreKnownAt(0);
        cycle(0, true);
        cycle(5 * MS, true);
        assertThat(report.controlAlive).isTrue();
        assertThat(report.mayStart).containsOnly(true);
        assertThat(report.mayIncrease).containsOnly(true);
    }

    @Test
    void aPumpWhoseSpeedIsNotKnownMayNotBeStartedNorRaisedAndTheOtherMay() {
        speedsAreKnownAt(0);
        inputs.speedRpm[1].set(Double.NaN, 0, 0, 2, Quality.GOOD);
        cycle(0, true);
        cycle(5 * MS, true);
        assertThat(report.mayStart).containsExactly(true, false);
        assertThat(report.mayIncrease).containsExactly(true, false);
    }

    @Test
    void aSpeedThatHasGrownOldIsNotKnown() {
        speedsAreKnownAt(0);
        cycle(0, true);
        cycle(SupervisorCore.SPEED_AGE_NANOS, true);
        assertThat(report.mayStart).containsOnly(true);
        cycle(SupervisorCore.SPEED_AGE_NANOS + 1, true);
        assertThat(report.mayStart).containsOnly(false);
    }

    @Test
    void aControlLoopThatHangsLosesThePermitsAndGetsThemBackWhenItReturns() {
        speedsAreKnownAt(0);
        cycle(0, true);
        cycle(5 * MS, true);
        for (long now = 10 * MS; now <= 100 * MS; now += 5 * MS) {
            speedsAreKnownAt(now);
            cycle(now, false); // readable, but always the same old snapshot
        }
        assertThat(report.controlAlive).isFalse();
        assertThat(report.mayStart).containsOnly(false);
        assertThat(report.mayIncrease).containsOnly(false);

        cycle(105 * MS, true);
        cycle(110 * MS, true);
        assertThat(report.mayStart).containsOnly(true);
    }

    @Test
    void aSnapshotThatCannotBeReadIsStaleAndNotBelieved() {
        speedsAreKnownAt(0);
        cycle(0, true);
        cycle(5 * MS, true);
        inputs.controlReadable = false;
        inputs.control.beat.cycle += 100; // whatever stands in the frame
        inputs.nowNanos = 60 * MS;
        core.step(inputs, report);
        assertThat(report.controlAlive).isFalse();
    }

    @Test
    void theStepContinuesFromARecordedStateToTheSameBits() {
        speedsAreKnownAt(0);
        cycle(0, true);
        cycle(5 * MS, true);

        ByteBuffer recorded = ByteBuffer.allocate(FrameLayout.of(core).bytes());
        new FrameEncoder(recorded).encode(core);
        var replayed = new SupervisorCore();
        new FrameDecoder(recorded.flip()).decode(replayed);
        var replayedReport = new SafetyReport(2);

        inputs.nowNanos = 10 * MS;
        controlSide.beat(inputs.control.beat, report.beat, 10 * MS);
        replayed.step(inputs, replayedReport);
        core.step(inputs, report);

        assertThat(FrameDifference.first(FrameLayout.of(report), bytes(report), bytes(replayedReport)))
                .isEmpty();
    }

    private static byte[] bytes(SafetyReport report) {
        ByteBuffer buffer = ByteBuffer.allocate(FrameLayout.of(report).bytes());
        new FrameEncoder(buffer).encode(report);
        return buffer.array();
    }
}
