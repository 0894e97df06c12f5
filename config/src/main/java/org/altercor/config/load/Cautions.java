package org.altercor.config.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.altercor.config.Calibration.Basis;
import org.altercor.config.Pump;
import org.altercor.config.PumpHead;
import org.altercor.config.Sensor;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.rig.Drive;
import org.altercor.config.rig.Rig;

/// What is allowed and yet worth knowing of a machine without a problem, one sentence each.
final class Cautions {
    private final LocalDate today;
    private final List<String> list = new ArrayList<>();

    private Cautions(LocalDate today) {
        this.today = today;
    }

    static List<String> of(
            List<Pump> pumps, List<Sensor> sensors, Rig rig, Optional<Circuit> circuit, LocalDate today) {
        var cautions = new Cautions(today);
        rig.waiver()
                .ifPresent(waiver -> cautions.list.add(String.format(
                        Locale.ROOT, "Waiver by %s since %s: %s", waiver.by(), waiver.on(), waiver.why())));
        pumps.forEach(cautions::calibration);
        pumps.forEach(pump -> cautions.unlimitedFlow(pump, sensors, rig));
        circuit.ifPresent(simulated -> cautions.list.addAll(TwinChecks.cautions(pumps, rig, simulated)));
        rig.drives().forEach(cautions::enableWord);
        cautions.list.addAll(GpioChecks.cautions(rig));
        return cautions.list;
    }

    private void calibration(Pump pump) {
        basis(
                pump.name() + ", displacement",
                "flow is NOT CALIBRATED",
                pump.calibration().displacedBy());
        basis(
                pump.name() + ", commissioning",
                "nobody has measured how it stops",
                pump.calibration().commissionedBy());
    }

    private void basis(String what, String unmeasured, Basis basis) {
        switch (basis) {
            case Basis.Measured measured -> {
                if (measured.isDue(today)) {
                    list.add(String.format(
                            Locale.ROOT,
                            "%s: measured on %s, expires on %s; plan to repeat it",
                            what,
                            measured.on(),
                            measured.expiresOn()));
                }
            }
            case Basis.Handbook() -> list.add(what + ": from the handbook; " + unmeasured);
            case Basis.Twin() -> {}
        }
    }

    /// The flow of a centrifugal head follows from the pressures as well, and nothing here limits it.
    private void unlimitedFlow(Pump pump, List<Sensor> sensors, Rig rig) {
        if (pump.head() == PumpHead.CENTRIFUGAL) {
            AirPath.of(pump, sensors, rig)
                    .forEach(path -> list.add(String.format(
                            Locale.ROOT,
                            "%s: only the speed of its centrifugal head is limited, not its flow; above %.1f L/min the"
                                    + " stop comes too late for air that %s sees",
                            pump.name(),
                            Math.floor(path.largestFlowMlPerMin() / 100) / 10,
                            path.sensor().name())));
        }
    }

    private void enableWord(Drive drive) {
        if (drive.driver() instanceof Drive.Driver.Modbus(var _, var map, var _)
                && map.enable().isEmpty()) {
            list.add(drive.pump()
                    + ": its drive has no enable word, so one that reboots within a turn of the line may be told its"
                    + " old speed once more before that is noticed");
        }
    }
}
