package org.altercor.hal.twin;

import java.util.function.ToDoubleFunction;
import org.altercor.config.Commissioning;
import org.altercor.config.PumpHead;
import org.altercor.config.circuit.Parameter;
import org.altercor.config.circuit.PumpParameters;

/// How a shaft of the twin follows, brakes and runs out.
///
/// @param head              what it turns
/// @param rampRpmPerSecond  fastest change of speed when it follows
/// @param lagSeconds        time constant of its speed loop
/// @param brakeRpmPerSecond change of speed under the brake
/// @param coastRpmPerSecond change of speed without torque
/// @param fastestRpm        fastest speed it makes
record ShaftLaw(
        PumpHead head,
        double rampRpmPerSecond,
        double lagSeconds,
        double brakeRpmPerSecond,
        double coastRpmPerSecond,
        double fastestRpm) {
    /// The brake beats the commissioned standstill time by this share, so that the twin stays within its own
    /// envelope.
    private static final double BRAKE_SHARE = 0.8;

    private static final double MS_PER_SECOND = 1e3;

    /// As measured on a machine's drive.
    static ShaftLaw of(Commissioning commissioning, PumpHead head) {
        double fastestRpm = commissioning.maxSpeedRpm();
        return new ShaftLaw(
                head,
                commissioning.rampRpmPerSecond(),
                commissioning.lagMillis() / MS_PER_SECOND,
                fastestRpm * MS_PER_SECOND / (BRAKE_SHARE * commissioning.stop().standstillMillis()),
                fastestRpm / coastSeconds(head),
                fastestRpm);
    }

    /// As the head of a circuit says, without a machine. Its time constant of coasting is that of the first
    /// moment: the shaft stands when that time is over.
    static ShaftLaw of(PumpHead head, ToDoubleFunction<Parameter> its) {
        double fastestRpm = its.applyAsDouble(PumpParameters.FASTEST);
        return new ShaftLaw(
                head,
                its.applyAsDouble(PumpParameters.RAMP),
                its.applyAsDouble(PumpParameters.LAG) / MS_PER_SECOND,
                fastestRpm * MS_PER_SECOND / its.applyAsDouble(PumpParameters.STANDSTILL),
                fastestRpm * MS_PER_SECOND / its.applyAsDouble(PumpParameters.COAST),
                fastestRpm);
    }

    /// How long an unpowered shaft turns from full speed, in s: a roller is stopped by the friction of its tube
    /// within half a second, a centrifugal rotor by its blood within 0.2 to 0.7 s [U]. The longest is taken, at a
    /// constant deceleration.
    private static double coastSeconds(PumpHead head) {
        return switch (head) {
            case ROLLER -> 0.5;
            case CENTRIFUGAL -> 0.7;
        };
    }
}
