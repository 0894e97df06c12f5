package org.altercor.controller.loop;

import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;

/// A drive that turns at once as it is told, and remembers what it was told.
final class FollowingDrive implements PumpDrive {
    double speedRpm;
    long validUntilNanos;
    long sample;
    long nowNanos;

    @Override
    public void command(double wantedRpm, long untilNanos) {
        speedRpm = wantedRpm;
        validUntilNanos = untilNanos;
    }

    @Override
    public void readSpeedRpm(Reading into) {
        into.set(speedRpm, speedRpm, nowNanos, ++sample, Quality.GOOD);
    }

    @Override
    public void readCurrentAmps(Reading into) {}

    @Override
    public void readFaultCode(Reading into) {}

    @Override
    public void readStatus(DriveStatus into) {
        into.joined = true;
    }
}
