package org.altercor.hal.twin;

import java.util.List;
import org.altercor.hal.port.AlarmSignal;
import org.altercor.hal.port.Annunciator;
import org.altercor.hal.port.SwitchReading;

/// The simulated buzzer and lamps of a rig.
///
/// The buzzer sounds when it is told to, and when nobody keeps it quiet: no [#sound] for [Annunciator#QUIET_NANOS],
/// no run power, or no supply (it has a cell of its own). The lamps go dark without a supply. Owner: the twin's
/// thread, but for the port's calls. Allocates nothing after construction.
public final class TwinAnnunciator implements Annunciator, TwinOutput {
    private final boolean hasLamp;
    private final List<TwinRunPower> runPower;
    private final TwinSupply supply;
    private final TwinContact heard = new TwinContact();
    private final TwinContact lit = new TwinContact();

    private volatile AlarmSignal sound = AlarmSignal.SILENT; // supervisor only, as are the next two
    private volatile AlarmSignal light = AlarmSignal.SILENT;
    private volatile long told;

    private long seenTold;
    private long toldNanos;

    /// @param hasLamp  whether the rig has any lamp
    /// @param runPower whose pulses keep the buzzer quiet
    /// @param supply   its power
    public TwinAnnunciator(boolean hasLamp, List<TwinRunPower> runPower, TwinSupply supply) {
        this.hasLamp = hasLamp;
        this.runPower = List.copyOf(runPower);
        this.supply = supply;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    public void sound(AlarmSignal signal) {
        sound = signal;
        told++;
    }

    @Override
    public void light(AlarmSignal signal) {
        light = signal;
    }

    @Override
    public void readHeard(SwitchReading into) {
        heard.copyTo(into);
    }

    @Override
    public void readLit(SwitchReading into) {
        if (hasLamp) {
            lit.copyTo(into);
        }
    }

    @Override
    public void step(long nowNanos) {
        long newTold = told;
        if (newTold != seenTold) {
            seenTold = newTold;
            toldNanos = nowNanos;
        }
        boolean keptQuiet = seenTold > 0 && nowNanos - toldNanos <= QUIET_NANOS;
        boolean isQuiet = keptQuiet && sound == AlarmSignal.SILENT && supply.isOn() && isPulsed();
        heard.look(!isQuiet, nowNanos);
        lit.look(light != AlarmSignal.SILENT && supply.isOn(), nowNanos);
    }

    private boolean isPulsed() {
        for (int i = 0; i < runPower.size(); i++) {
            if (!runPower.get(i).isOn()) {
                return false;
            }
        }
        return true;
    }
}
