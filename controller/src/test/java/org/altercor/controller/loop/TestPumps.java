package org.altercor.controller.loop;

import java.util.List;
import java.util.Optional;
import org.altercor.config.Profile;
import org.altercor.controller.loop.ControlledPump.Head;
import org.altercor.controller.loop.ControlledPump.Leader;
import org.altercor.safety.setting.SettingSlot;
import org.altercor.safety.supervise.Sensed;

/// Pumps for tests of single laws and of the core, with the limits of the shipped adult profile.
final class TestPumps {
    /// Index of each sensor among the values of an observation.
    static final int FLOW = 0;

    static final int PRESSURE = 1;
    static final int LEVEL = 2;

    static final double STROKE_ML = 45;
    static final double MAXIMUM_RPM = 250;
    static final double SHUT_OFF = 2.989e-5;
    static final Profile.LinePressure LINE = new Profile.LinePressure(250, 300, 350);
    static final Profile.Level RESERVOIR = new Profile.Level(400, 400, 200);
    static final Head.Centrifugal CENTRIFUGAL = new Head.Centrifugal(SHUT_OFF, 1_500, true, -50, 200);

    private static final Optional<Leader> LEADER = Optional.of(new Leader(1, STROKE_ML, Sensed.NOTHING));
    private static final long LOST_NANOS = 500_000_000;
    private static final PumpLimits ROLLER = new PumpLimits(MAXIMUM_RPM, 7_000 / STROKE_ML, 400);
    private static final PumpLimits FAST = new PumpLimits(4_000, 4_000, 2_000);

    private TestPumps() {}

    /// A roller without a sensor, of 250 rpm at most.
    static ControlledPump roller(double ceilingRpm, double rampRpmPerSecond) {
        var limits = new PumpLimits(MAXIMUM_RPM, ceilingRpm, rampRpmPerSecond);
        return pump(
                limits, new Head.Roller(STROKE_ML), Sensed.NOTHING, Sensed.NOTHING, Sensed.NOTHING, Optional.empty());
    }

    /// An arterial roller of 7 L/min with all its sensors, and a leader.
    static ControlledPump roller() {
        return pump(ROLLER, new Head.Roller(STROKE_ML), at(FLOW), at(PRESSURE), at(LEVEL), LEADER);
    }

    /// An arterial centrifugal pump with all its sensors and a clamp, and a leader.
    static ControlledPump centrifugal() {
        return pump(FAST, CENTRIFUGAL, at(FLOW), at(PRESSURE), at(LEVEL), LEADER);
    }

    private static Sensed at(int index) {
        return new Sensed(index, LOST_NANOS);
    }

    private static ControlledPump pump(
            PumpLimits limits, Head head, Sensed flow, Sensed pressure, Sensed level, Optional<Leader> leader) {
        return new ControlledPump(
                0,
                limits,
                7_000,
                head,
                head instanceof Head.Roller,
                flow,
                pressure,
                level,
                LINE,
                RESERVOIR,
                leader,
                SettingSlot.NONE,
                leader.isEmpty() ? List.of() : List.of(0));
    }
}
