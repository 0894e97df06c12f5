package org.altercor.controller.loop;

import org.altercor.hal.port.AlarmSignal;
import org.altercor.hal.port.Annunciator;
import org.altercor.hal.port.RunPulses;
import org.altercor.hal.port.SwitchReading;

/// Outputs that remember what they were told last.
final class RecordingOutputs implements RunPulses, Annunciator {
    boolean allowed;
    AlarmSignal sound = AlarmSignal.HIGH;
    AlarmSignal light = AlarmSignal.SILENT;

    @Override
    public void allow() {
        allowed = true;
    }

    @Override
    public void withdraw() {
        allowed = false;
    }

    @Override
    public void sound(AlarmSignal signal) {
        sound = signal;
    }

    @Override
    public void light(AlarmSignal signal) {
        light = signal;
    }

    @Override
    public void readPowered(SwitchReading into) {}

    @Override
    public void readHeard(SwitchReading into) {}

    @Override
    public void readLit(SwitchReading into) {}
}
