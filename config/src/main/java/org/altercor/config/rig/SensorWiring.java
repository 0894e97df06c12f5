package org.altercor.config.rig;

import java.time.Duration;

/// How one sensor is wired, how often it speaks and how late.
///
/// @param name    name of the sensor in the machine
/// @param driver  what stands behind its port
/// @param period  time between two of its values
/// @param latency age of a value when it arrives, at the 95th percentile
public record SensorWiring(String name, Driver driver, Duration period, Duration latency) {
    /// No healthy sensor is called lost before this age, however quick it is: one missed bus round is no loss.
    /// From the proposal of 200 ms for pressure, flow and air (J).
    public static final Duration QUICKEST_LOSS = Duration.ofMillis(200);

    /// Periods that may be missed before a value counts as lost (J).
    private static final int MISSED_PERIODS = 3;

    /// What stands behind a sensor port.
    public sealed interface Driver {
        /// A contact or a comparator on a GPIO line: air, level mark, lid, emergency stop.
        record Gpio(GpioLine line) implements Driver {}

        /// A register of a Modbus RTU device: `counts × unitsPerCount + offset`.
        record Modbus(String bus, int slave, RegisterField register, double offset, Duration responseTimeout)
                implements Driver {}

        /// An em-tec BioProTT flow meter, which talks unasked on a serial line of its own.
        ///
        /// @param reversed whether its probe sits against the direction of flow
        record BioProTT(String bus, boolean reversed) implements Driver {
            /// Age of a measurement when its line arrives, at most: 60 to 220 ms (window of 100 ms, up to 100
            /// ms of waiting, 12 ms on the wire) [D].
            public static final Duration LONGEST_LATENCY = Duration.ofMillis(220);

            /// The meter's one rate and character: 38400 Bd, 8 data bits, no parity, 1 stop bit. Source: [P50].
            public static boolean speaksAt(SerialSettings line) {
                return line.baud() == 38_400
                        && line.dataBits() == 8
                        && line.parity() == Parity.NONE
                        && line.stopBits() == 1;
            }
        }

        /// The digital twin.
        record Twin() implements Driver {}
    }

    /// Age from which the newest value counts as lost: its latency and three periods, and never less than
    /// [#QUICKEST_LOSS]. A flow meter that speaks every 100 ms, 220 ms late, is not lost at 500 ms.
    public Duration lostAfter() {
        Duration own = latency.plus(period.multipliedBy(MISSED_PERIODS));
        return own.compareTo(QUICKEST_LOSS) < 0 ? QUICKEST_LOSS : own;
    }
}
