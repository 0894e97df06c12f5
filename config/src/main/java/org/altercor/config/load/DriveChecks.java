package org.altercor.config.load;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.altercor.config.Calibration.Basis;
import org.altercor.config.Calibration.Displacement;
import org.altercor.config.Pump;
import org.altercor.config.PumpHead;
import org.altercor.config.PumpRole;
import org.altercor.config.rig.Bus;
import org.altercor.config.rig.BusBudget;
import org.altercor.config.rig.Drive;
import org.altercor.config.rig.EnableRule;
import org.altercor.config.rig.Fitness;
import org.altercor.config.rig.Hazard;
import org.altercor.config.rig.Rig;
import org.altercor.config.rig.SensorWiring;
import org.altercor.config.rig.SilenceRule;
import org.altercor.config.schema.DriveKeys;
import org.altercor.config.schema.MachineKeys;
import org.altercor.config.schema.RigKeys;
import org.altercor.config.schema.Unit;

/// Checks each drive against the pump it turns: what it does on silence, who watches meanwhile, the second path, its
/// bus, its calibration, its registers.
final class DriveChecks {
    /// Largest step of a set-point as a share of the pump's highest speed. Our own judgement: what is asked for and
    /// what is told may differ by almost a step.
    private static final double LARGEST_COUNT_SHARE = 0.01;

    private final Parts parts;
    private final Problems problems;

    private DriveChecks(Parts parts, Problems problems) {
        this.parts = parts;
        this.problems = problems;
    }

    static void check(Parts parts, Problems problems) {
        var checks = new DriveChecks(parts, problems);
        for (Drive drive : parts.rig().drives()) {
            Optional<PumpHead> head = parts.machine().pump(drive.pump(), MachineKeys.HEAD);
            parts.role(drive.pump()).ifPresent(role -> {
                head.ifPresent(kind -> checks.silence(drive, role, kind));
                checks.protection(drive, role);
                checks.enable(drive, role);
            });
        }
        parts.rig().buses().forEach(checks::bus);
        parts.pumps().forEach(checks::calibration);
    }

    private void silence(Drive drive, PumpRole role, PumpHead head) {
        boolean isFed = parts.rig().isFedByRunPulses(drive.pump());
        if (SilenceRule.judge(role, head, drive.silence(), isFed) instanceof Fitness.Unfit(var found, var needed)) {
            problems.add(parts.inRig("drive", drive.pump(), DriveKeys.ON_SILENCE), found, needed);
        }
    }

    private void protection(Drive drive, PumpRole role) {
        if (!drive.isHardware()
                || role != PumpRole.ARTERIAL
                || parts.rig().waiver().isPresent()) {
            return;
        }
        List<String> unwatched = Rig.guardedWhileHolding(role).stream()
                .filter(hazard -> parts.rig().guards(drive.pump(), hazard).isEmpty())
                .map(Hazard::word)
                .toList();
        Spot spot = parts.inRig("drive", drive.pump(), DriveKeys.ON_SILENCE);
        if (!unwatched.isEmpty()) {
            problems.add(
                    spot,
                    "an arterial drive that turns on when the program is dead, and nobody watches "
                            + String.join(", ", unwatched),
                    "a [hardware-protection.NAME] against each, or on a bench a [waiver] with who, when and why");
        }
        if (!parts.rig().hasSafeTorqueOff(drive.pump())) {
            problems.add(
                    spot,
                    "an arterial drive whose power nothing but its own bus can take away",
                    "an output that does \"sto\" for it, or on a bench a [waiver]: a stop that is not obeyed needs a second path");
        }
    }

    private void enable(Drive drive, PumpRole role) {
        if (drive.driver() instanceof Drive.Driver.Modbus(var _, var map, var _)
                && EnableRule.judge(role, map, parts.isBench()) instanceof Fitness.Unfit(var found, var needed)) {
            problems.add(
                    parts.inRig("drive", drive.pump(), DriveKeys.ENABLE),
                    found,
                    needed,
                    Optional.of("its manual may call it control word, run command or start/stop"));
        }
    }

    private void bus(Bus bus) {
        List<Drive> hanging = parts.rig().drives().stream()
                .filter(drive -> drive.driver() instanceof Drive.Driver.Modbus(var name, var _, var _)
                        && name.equals(bus.name()))
                .toList();
        boolean rolesAreKnown =
                hanging.stream().allMatch(drive -> parts.role(drive.pump()).isPresent());
        if (hanging.isEmpty() || !rolesAreKnown) {
            return;
        }
        for (Drive drive : hanging) {
            if (parts.role(drive.pump()).filter(PumpRole.ARTERIAL::equals).isPresent() && isShared(bus, hanging)) {
                problems.add(
                        parts.inRig("drive", drive.pump(), DriveKeys.BUS),
                        "the arterial drive on bus " + bus.name() + ", together with others",
                        "a bus of its own: nothing else may delay its stop");
            }
        }
        BusBudget budget =
                BusBudget.of(bus, parts.rig(), pump -> parts.role(pump).orElseThrow());
        Spot spot = parts.inRig("bus", bus.name(), RigKeys.BAUD);
        String remedy = "; a faster bus, shorter response time-outs, or fewer devices on it";
        if (!budget.isStopInTime()) {
            problems.add(
                    spot,
                    String.format(
                            Locale.ROOT,
                            "a stop frame that may be %.1f ms late",
                            budget.worstStop().toNanos() / 1e6),
                    "at most " + budget.stopBudget().toMillis() + " ms for the roles on bus " + bus.name() + remedy);
        }
        if (!budget.isSpeedFresh()) {
            problems.add(
                    spot,
                    String.format(
                            Locale.ROOT,
                            "a speed that may be %.1f ms old",
                            budget.worstAge().toNanos() / 1e6),
                    "at most " + budget.ageBudget().toMillis() + " ms for the roles on bus " + bus.name() + remedy);
        }
    }

    private boolean isShared(Bus bus, List<Drive> hanging) {
        return hanging.size() > 1
                || parts.rig().sensors().stream()
                        .anyMatch(sensor -> sensor.driver() instanceof SensorWiring.Driver.Modbus modbus
                                && modbus.bus().equals(bus.name()));
    }

    private void calibration(Pump pump) {
        Spot spot = parts.inMachine("pump", pump.name(), MachineKeys.CALIBRATION);
        fits(pump, spot);
        double reached = pump.calibration().commissioning().maxSpeedRpm();
        if (pump.maxSpeedRpm() > reached) {
            problems.add(
                    parts.inMachine(
                            "pump",
                            pump.name(),
                            pump.head() == PumpHead.ROLLER
                                    ? MachineKeys.ROLLER_MAX_SPEED
                                    : MachineKeys.CENTRIFUGAL_MAX_SPEED),
                    Unit.RPM.show(pump.maxSpeedRpm()),
                    "at most " + Unit.RPM.show(reached) + ", which its drive reached when it was commissioned");
        }
        parts.rig().drive(pump.name()).ifPresent(drive -> {
            basis(drive, pump.calibration().displacedBy(), spot, "displacement");
            basis(drive, pump.calibration().commissionedBy(), spot, "commissioning");
            setPoint(pump, drive);
        });
    }

    private void fits(Pump pump, Spot spot) {
        String found = switch (pump.calibration().displacement()) {
            case Displacement.Stroke(var raceway, var tubing, var _) ->
                pump.rollerHead().equals(Optional.of(new Pump.RollerHead(raceway, tubing)))
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "a calibration of %s tubing in a %s raceway",
                                tubing.word(),
                                raceway.word());
            case Displacement.ShutOff _ ->
                pump.head() == PumpHead.CENTRIFUGAL ? "" : "a calibration of a centrifugal head";
        };
        if (!found.isEmpty()) {
            String has = pump.rollerHead()
                    .map(head -> String.format(
                            Locale.ROOT,
                            "%s tubing in a %s raceway",
                            head.tubing().word(),
                            head.raceway().word()))
                    .orElse("a centrifugal head");
            problems.add(spot, found, has + ", which this pump has");
        }
    }

    private void basis(Drive drive, Basis basis, Spot spot, String what) {
        switch (basis) {
            case Basis.Measured _ -> {}
            case Basis.Handbook() -> {
                if (!parts.isBench()) {
                    problems.add(spot, what + " by the handbook", "a measurement, or a bench rig with its banner");
                }
            }
            case Basis.Twin() -> {
                if (drive.isHardware()) {
                    problems.add(
                            spot,
                            what + " of the twin, for a drive that is real",
                            "a measurement: the twin says nothing about a real pump");
                }
            }
        }
    }

    private void setPoint(Pump pump, Drive drive) {
        if (drive.driver() instanceof Drive.Driver.Modbus(var _, var map, var _)) {
            double largest = (map.setSpeed().signed() ? Short.MAX_VALUE : 2 * Short.MAX_VALUE + 1)
                    * map.setSpeed().unitsPerCount();
            if (pump.maxSpeedRpm() > largest) {
                problems.add(
                        parts.inRig("drive", drive.pump(), DriveKeys.SET_SPEED_RPM),
                        "a set-point that ends at " + Unit.RPM.show(largest),
                        "one that reaches the pump's " + Unit.RPM.show(pump.maxSpeedRpm()));
            }
            double coarsest = LARGEST_COUNT_SHARE * pump.maxSpeedRpm();
            if (map.setSpeed().unitsPerCount() > coarsest) {
                problems.add(
                        parts.inRig("drive", drive.pump(), DriveKeys.SET_SPEED_RPM),
                        Unit.RPM_PER_COUNT.show(map.setSpeed().unitsPerCount()),
                        String.format(
                                Locale.ROOT,
                                "at most %s, a hundredth of the pump's %s: a set-point is cut to whole counts",
                                Unit.RPM_PER_COUNT.show(coarsest),
                                Unit.RPM.show(pump.maxSpeedRpm())));
            }
        }
    }
}
