package org.altercor.hal.bus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DirectionLockTest {
    private final DirectionLock lock = new DirectionLock();

    @Test
    void theFirstSpeedNeedsAShaftThatWasSeen() {
        assertThat(lock.pass(100)).isZero();
        lock.measured(0);
        assertThat(lock.pass(100)).isEqualTo(100);
        assertThat(lock.pass(-100)).isEqualTo(-100);
    }

    @Test
    void aShaftFoundTurningMayBeAskedOnwardButNotBack() {
        lock.measured(80);
        assertThat(lock.pass(100)).isEqualTo(100);
        assertThat(lock.pass(-100)).isZero();
    }

    @Test
    void theOppositeSignBecomesZeroUntilTheShaftWasReadStanding() {
        lock.measured(0);
        lock.told(100);
        lock.measured(100);
        assertThat(lock.pass(-100)).isZero();
        lock.told(0);
        lock.measured(40);
        assertThat(lock.pass(-100)).isZero();
        lock.measured(0.4);
        assertThat(lock.pass(-100)).isEqualTo(-100);
    }

    @Test
    void aStandstillReadBeforeZeroWasToldDoesNotCount() {
        lock.measured(0);
        lock.told(100);
        lock.measured(0); // not yet turning
        assertThat(lock.pass(-100)).isZero();
        lock.told(0);
        assertThat(lock.pass(-100)).isZero();
        lock.measured(0);
        assertThat(lock.pass(-100)).isEqualTo(-100);
    }

    @Test
    void aSpeedInTheSameDirectionPassesWhetherTheShaftIsKnownOrNot() {
        lock.measured(0);
        lock.told(100);
        assertThat(lock.pass(150)).isEqualTo(150);
        lock.lost();
        assertThat(lock.pass(150)).isEqualTo(150);
        assertThat(lock.pass(-150)).isZero();
    }

    @Test
    void aShaftThatTurnsAgainstWhatItWasToldIsOnlyToldZero() {
        lock.measured(0);
        lock.told(100);
        lock.measured(-30);
        assertThat(lock.pass(100)).isZero();
        assertThat(lock.pass(-100)).isZero();
    }

    @Test
    void aShaftThatIsNotKnownIsNotStanding() {
        lock.measured(0);
        lock.told(100);
        lock.measured(100);
        lock.told(0);
        lock.measured(Double.NaN);
        assertThat(lock.pass(-100)).isZero();
        lock.measured(0);
        assertThat(lock.pass(-100)).isEqualTo(-100); // the twin: read standing
    }

    @Test
    void aStandstillThatIsNoLongerKnownLetsNothingTurnAround() {
        lock.measured(0);
        lock.told(100);
        lock.told(0);
        lock.measured(0);
        lock.measured(Double.NaN);
        assertThat(lock.pass(-100)).isZero();
    }

    @Test
    void aShaftSeenTurningTheOtherWayDoesSoUntilItIsReadOtherwise() {
        lock.measured(0);
        lock.told(100);
        lock.measured(-30);
        lock.measured(Double.NaN);
        assertThat(lock.pass(100)).isZero();
    }
}
