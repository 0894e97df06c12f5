package org.altercor.hal.bus;

import static org.altercor.hal.bus.RestartGuard.Verdict.SEND;
import static org.altercor.hal.bus.RestartGuard.Verdict.SEND_ZERO;
import static org.altercor.hal.bus.RestartGuard.Verdict.WATCH;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Every row of the guard's table, and the twin of each.
class RestartGuardTest {
    private static final boolean ANSWERING = true;
    private static final boolean MUTE = false;

    private final RestartGuard guard = new RestartGuard();

    private void running(double rpm) {
        guard.judge(0, 0, ANSWERING);
        guard.told(rpm);
        guard.measured(rpm, false);
    }

    @Test
    void zeroIsSentToAnyDriveAndJoinsOneThatAnswers() {
        assertThat(guard.judge(0, Double.NaN, MUTE)).isEqualTo(SEND);
        assertThat(guard.hasJoined()).isFalse();
        assertThat(guard.judge(0, 500, ANSWERING)).isEqualTo(SEND);
        assertThat(guard.hasJoined()).isTrue();
    }

    @Test
    void aDriveThatJoinedAtZeroMayBeStarted() {
        guard.judge(0, 0, ANSWERING);
        assertThat(guard.judge(100, 0, ANSWERING)).isEqualTo(SEND);
    }

    @Test
    void aDriveThatDoesNotAnswerOrWhoseShaftIsNotKnownIsOnlyWatched() {
        assertThat(guard.judge(100, Double.NaN, ANSWERING)).isEqualTo(WATCH);
        assertThat(guard.judge(100, 0, MUTE)).isEqualTo(WATCH);
        assertThat(guard.hasJoined()).isFalse();
    }

    @Test
    void aDriveFoundStandingThoughASpeedIsAskedStaysAtZeroUntilZeroWasCommanded() {
        running(100);
        guard.lost();
        assertThat(guard.judge(100, 0, ANSWERING)).isEqualTo(SEND_ZERO);
        assertThat(guard.judge(100, 0, ANSWERING)).isEqualTo(SEND_ZERO);
        assertThat(guard.wantsZero()).isTrue();

        guard.zeroCommanded();
        assertThat(guard.judge(0, 0, ANSWERING)).isEqualTo(SEND);
        assertThat(guard.judge(100, 0, ANSWERING)).isEqualTo(SEND);
    }

    @Test
    void aStartAskedForWhileTheDriveWasAwayIsNotCarriedOutWhenItComesBack() {
        assertThat(guard.judge(100, Double.NaN, MUTE)).isEqualTo(WATCH);
        assertThat(guard.judge(100, 0, ANSWERING)).isEqualTo(SEND_ZERO);
    }

    @Test
    void aDriveFoundTurningAsLastToldGoesOn() {
        running(3000);
        guard.lost();
        assertThat(guard.judge(3000, 2950, ANSWERING)).isEqualTo(SEND);
    }

    @Test
    void aDriveFoundTurningAsLastToldGoesOnThoughAnotherSpeedIsAskedByNow() {
        running(3000);
        guard.lost();
        assertThat(guard.judge(3500, 3000, ANSWERING)).isEqualTo(SEND);
    }

    @Test
    void aDriveFoundTurningAtAnotherSpeedIsWatchedUntilItAgreesOrStandsStill() {
        running(3000);
        guard.lost();
        assertThat(guard.judge(3000, 1500, ANSWERING)).isEqualTo(WATCH);
        assertThat(guard.judge(3000, -3000, ANSWERING)).isEqualTo(WATCH);
        assertThat(guard.judge(1500, 1500, ANSWERING)).isEqualTo(SEND);

        guard.lost();
        assertThat(guard.judge(3000, 900, ANSWERING)).isEqualTo(WATCH);
        assertThat(guard.judge(3000, 0, ANSWERING)).isEqualTo(SEND_ZERO);
    }

    @Test
    void aDriveSeenTurningAndThenStandingTwiceHasLostItsMotion() {
        running(100);
        guard.measured(0, false);
        assertThat(guard.wantsZero()).isFalse(); // one reading may be spoilt
        assertThat(guard.judge(100, 0, ANSWERING)).isEqualTo(WATCH); // but the next one decides before a speed is sent
        guard.measured(0, false);
        assertThat(guard.judge(100, 0, ANSWERING)).isEqualTo(SEND_ZERO);
    }

    @Test
    void oneReadingOfZeroBetweenOthersIsNoLossOfMotion() {
        running(100);
        for (int i = 0; i < 10; i++) {
            guard.measured(0, false);
            guard.measured(100, false);
        }
        assertThat(guard.judge(100, 100, ANSWERING)).isEqualTo(SEND);
    }

    @Test
    void readingsThatDoNotTellTheSpeedAreNoStandstillHoweverMany() {
        running(100);
        for (int i = 0; i < 10; i++) {
            guard.measured(Double.NaN, true);
        }
        assertThat(guard.wantsZero()).isFalse();
        assertThat(guard.judge(100, Double.NaN, ANSWERING)).isEqualTo(SEND);
    }

    @Test
    void aReadingThatDoesNotTellTheSpeedDoesNotUndoTheOneThatSaidStanding() {
        running(100);
        guard.measured(0, false);
        guard.measured(Double.NaN, false);
        assertThat(guard.judge(100, Double.NaN, ANSWERING)).isEqualTo(WATCH);
        guard.measured(0, false);
        assertThat(guard.judge(100, 0, ANSWERING)).isEqualTo(SEND_ZERO);
    }

    @Test
    void aDriveThatHasNotYetTurnedIsGivenTimeToSpinUp() {
        guard.judge(0, 0, ANSWERING);
        guard.told(100);
        for (int i = 0; i < 20; i++) {
            guard.measured(0, false);
        }
        assertThat(guard.judge(100, 0, ANSWERING)).isEqualTo(SEND);
    }

    @Test
    void aDriveThatStandsWithAFaultCodeIsNotStartedWhenTheFaultGoesAway() {
        guard.judge(0, 0, ANSWERING);
        guard.told(100);
        guard.measured(0, true);
        assertThat(guard.judge(100, 0, ANSWERING)).isEqualTo(SEND_ZERO);
        guard.measured(0, false);
        assertThat(guard.judge(100, 0, ANSWERING)).isEqualTo(SEND_ZERO);
    }

    @Test
    void aFaultCodeOfADriveThatTurnsChangesNothing() {
        running(100);
        guard.measured(100, true);
        assertThat(guard.judge(100, 100, ANSWERING)).isEqualTo(SEND);
    }

    @Test
    void aShaftThatTurnsAgainstWhatItWasToldIsStopped() {
        running(100);
        guard.measured(-50, false);
        assertThat(guard.judge(100, -50, ANSWERING)).isEqualTo(SEND_ZERO);
        assertThat(guard.judge(100, 100, ANSWERING)).isEqualTo(SEND_ZERO);
    }

    @Test
    void aShaftThatTurnsTheOtherWayWhileItIsToldZeroIsNotOneThatDisobeys() {
        running(100);
        guard.told(0);
        guard.measured(-50, false); // turned by what stands in the line
        assertThat(guard.wantsZero()).isFalse();
    }

    @Test
    void aStartOfAShaftThatIsNotKnownIsRefusedAndNotMadeUpFor() {
        guard.judge(0, 0, ANSWERING);
        assertThat(guard.judge(100, Double.NaN, ANSWERING)).isEqualTo(SEND_ZERO);
        assertThat(guard.judge(100, 0, ANSWERING)).isEqualTo(SEND_ZERO);
    }

    @Test
    void aSpeedOfAShaftThatIsNotKnownAnyMoreMayStillBeChanged() {
        running(100);
        assertThat(guard.judge(120, Double.NaN, ANSWERING)).isEqualTo(SEND);
    }

    @Test
    void afterAStopASpeedIsAStartOnlyWhenZeroWasCommandedFirst() {
        running(100);
        guard.stopped();
        assertThat(guard.judge(100, 0, ANSWERING)).isEqualTo(SEND_ZERO);
        assertThat(guard.wantsZero()).isTrue();
        guard.zeroCommanded();
        assertThat(guard.judge(100, 0, ANSWERING)).isEqualTo(SEND);
    }
}
