package org.altercor.hal.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

class DriveStatusTest {
    private static final long NOW = 5_000_000_000L;
    private static final long MAX_AGE = 100_000_000;

    private final DriveStatus status = new DriveStatus();

    @Test
    void aNewOneIsNotLinkedAndHasNoLease() {
        assertThat(status.isLinked(0, Long.MAX_VALUE)).isFalse();
        assertThat(status.lease).isEqualTo(DriveStatus.Lease.NONE);
    }

    @Test
    void anOpenPortWithoutAGoodFrameIsNoLink() {
        status.connections = 1;
        status.framesBad = 3;
        status.lastGoodFrameNanos = NOW;

        assertThat(status.isLinked(NOW, MAX_AGE)).isFalse();
    }

    @Test
    void aGoodFrameIsALinkUntilItIsTooOld() {
        status.framesGood = 1;
        status.lastGoodFrameNanos = NOW;

        assertThat(status.isLinked(NOW + MAX_AGE, MAX_AGE)).isTrue();
        assertThat(status.isLinked(NOW + MAX_AGE + 1, MAX_AGE)).isFalse();
        assertThat(status.isLinked(NOW - 1_000_000_000, MAX_AGE)).isFalse(); // a frame from the future
    }

    @Test
    void aCopyIsEqualInEveryField() {
        status.lastGoodFrameNanos = 1;
        status.lastStopSentNanos = 2;
        status.framesGood = 3;
        status.framesBad = 4;
        status.timeouts = 5;
        status.stopsSent = 6;
        status.connections = 7;
        status.commandsRefused = 8;
        status.commandedRpm = 9;
        status.lease = DriveStatus.Lease.HOLDING;
        status.exceptions = 10;
        status.lastRefusalCode = 11;
        status.shortWrites = 12;
        status.reboots = 13;
        status.awaitsZeroCommand = true;
        status.joined = true;
        DriveStatus copy = new DriveStatus();
        copy.copyFrom(status);

        assertThat(copy).usingRecursiveComparison().isEqualTo(status);
        assertThat(status).hasNoNullFieldsOrProperties();
        assertThat(DriveStatus.class.getFields())
                .filteredOn(field -> !Modifier.isStatic(field.getModifiers()))
                .hasSize(16); // a new field needs a line above and one in copyFrom
    }
}
