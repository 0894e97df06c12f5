package org.altercor.hal.modbus;

import org.altercor.hal.port.DriveStatus;
import org.altercor.hal.port.DriveStop;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;

/// A drive that says what the test says, and remembers what it was told.
final class ScriptedDrive implements PumpDrive, DriveStop {
    double commandedRpm = Double.NaN;
    long validUntilNanos;
    double speedRpm;
    double currentAmps = Double.NaN;
    double faultCode;
    boolean follows = true;
    boolean joined;
    boolean awaitsZero;
    boolean stopped;
    boolean lost;
    int reboots;
    int commands;

    @Override
    public void command(double wantedRpm, long untilNanos) {
        commands++;
        commandedRpm = wantedRpm;
        validUntilNanos = untilNanos;
        if (wantedRpm == 0 && !stopped) {
            joined = true;
            awaitsZero = false;
        }
        if (follows) {
            speedRpm = joined && !awaitsZero && !stopped ? wantedRpm : 0;
        }
    }

    private static void say(double value, Reading into) {
        into.set(value, value, 0, 1, Quality.GOOD);
    }

    @Override
    public void readSpeedRpm(Reading into) {
        into.set(speedRpm, speedRpm, 0, 1, lost ? Quality.DISCONNECTED : Quality.GOOD);
    }

    /// Its supply was gone for a moment, too short to be noticed otherwise.
    void reboot() {
        reboots++;
        awaitsZero = true;
        speedRpm = 0;
    }

    @Override
    public void readCurrentAmps(Reading into) {
        if (!Double.isNaN(currentAmps)) { // who never measures leaves the reading as it was
            say(currentAmps, into);
        }
    }

    @Override
    public void readFaultCode(Reading into) {
        say(faultCode, into);
    }

    @Override
    public void readStatus(DriveStatus into) {
        into.joined = joined;
        into.reboots = reboots;
        into.awaitsZeroCommand = awaitsZero;
    }

    @Override
    public void demand() {
        stopped = true;
        awaitsZero = true;
        if (follows) {
            speedRpm = 0;
        }
    }

    @Override
    public void release() {
        stopped = false;
    }
}
