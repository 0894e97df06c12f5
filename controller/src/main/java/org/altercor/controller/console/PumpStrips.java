package org.altercor.controller.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.altercor.config.Place;
import org.altercor.config.Pump;
import org.altercor.controller.operator.PumpAct;
import org.altercor.safety.observe.Channel;
import org.altercor.safety.observe.DriveLook;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.observe.Quantity;
import org.altercor.safety.supervise.ClampLook;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.Limiter;
import org.altercor.safety.supervise.PumpMode;
import org.altercor.safety.supervise.SafetyReport;
import org.altercor.safety.supervise.StopState;
import org.altercor.safety.supervise.SupervisorInputs;

/// What each pump's strip shows, out of the frames of one moment.
///
/// Owner: the console's thread.
final class PumpStrips {
    /// Beyond this share of what was asked a difference is shown. Our own judgement: the profile's deviation alarm is
    /// at ten percent, and the screen speaks before it.
    private static final double TOLERATED_SHARE = 0.08;

    /// Differences below these are noise of sensors and ramps. Our own judgement.
    private static final double TOLERATED_ML_PER_MIN = 100;

    private static final double TOLERATED_RPM = 2;

    /// Where a pump stands in the frames, and what belongs to it.
    private record Spot(
            Pump pump, int index, OptionalInt flow, OptionalInt line, OptionalInt clamp, OptionalInt leader) {}

    private final List<Spot> spots;
    private final Catalogue catalogue;
    private final AlarmList alarms;
    private final Aims aims;
    private final Shown[] speeds;
    private final Shown[] computed;

    PumpStrips(MachineView view, AlarmList alarms, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.alarms = alarms;
        aims = new Aims(view.machine(), catalogue);
        MachineLayout layout = view.layout();
        spots = inOrder(view.machine().pumps()).stream()
                .map(pump -> spot(view, layout, pump))
                .toList();
        speeds = new Shown[layout.pumps().size()];
        computed = new Shown[layout.pumps().size()];
        for (int i = 0; i < speeds.length; i++) {
            speeds[i] = new Shown(catalogue, 1);
            computed[i] = new Shown(catalogue, 1);
        }
    }

    /// Pumps from left to right: the arterial one first, whatever the machine file says.
    static List<Pump> inOrder(List<Pump> pumps) {
        return pumps.stream()
                .sorted(Comparator.comparingInt(pump -> switch (pump.role()) {
                    case ARTERIAL -> 0;
                    case CARDIOPLEGIA -> 1;
                    case HAEMOFILTRATION -> 2;
                    case VENT -> 3;
                    case SUCTION -> 4;
                }))
                .toList();
    }

    private static Spot spot(MachineView view, MachineLayout layout, Pump pump) {
        Place line = pump.role().line();
        return new Spot(
                pump,
                layout.pumps().indexOf(pump.name()),
                layout.value(each -> isAt(each, Quantity.FLOW, line, pump)),
                layout.value(each -> isAt(each, Quantity.PRESSURE, line, pump)),
                clampOf(view, layout, pump),
                pump.follows()
                        .map(leader -> OptionalInt.of(layout.pumps().indexOf(leader)))
                        .orElseGet(OptionalInt::empty));
    }

    private static boolean isAt(Channel channel, Quantity quantity, Place place, Pump pump) {
        return channel.is(quantity, place) && channel.serves(pump.name());
    }

    private static OptionalInt clampOf(MachineView view, MachineLayout layout, Pump pump) {
        return view.machine()
                .rig()
                .clamp(pump.name())
                .map(clamp -> OptionalInt.of(layout.clamps().indexOf(clamp.name())))
                .orElseGet(OptionalInt::empty);
    }

    /// The strips of one moment.
    ///
    /// @param values what each channel of numbers shows
    List<ScreenState.PumpState> of(
            SupervisorInputs seen, ControlSnapshot control, SafetyReport report, ShownValue[] values) {
        List<ScreenState.PumpState> strips = new ArrayList<>();
        for (Spot spot : spots) {
            int i = spot.index();
            DriveLook drive = seen.seen.drives[i];
            PumpAct asked = PumpAct.now(control, i);
            speeds[i].atLeast(Shown.ofWholeBeats(control.setRatePerMin[i]));
            computed[i].atLeast(Shown.ofWholeBeats(control.setRatePerMin[i]));
            ShownValue speed = speeds[i].look(drive.speedRpm, seen.nowNanos, DriveLook.SPEED_AGE_NANOS);
            ShownValue flow = spot.flow().isPresent()
                    ? values[spot.flow().getAsInt()]
                    : computed[i].look(
                            flowBySpeed(spot.pump(), control.computedFlowMlPerMin[i], speed),
                            drive.speedRpm.sampledAtNanos(),
                            seen.nowNanos,
                            speed.why().orElse(catalogue.text("unknown.no-probe")));
            boolean tellsFlow = isTold(control.mode[i]) && Double.isFinite(control.setFlowMlPerMin[i]);
            OptionalDouble setFlow = tellsFlow ? OptionalDouble.of(control.setFlowMlPerMin[i]) : OptionalDouble.empty();
            strips.add(new ScreenState.PumpState(
                    spot.pump().name(),
                    control.mode[i].word(),
                    control.requestId[i],
                    numbers(asked),
                    aims.beside(spot.pump().name(), asked),
                    waits(spot, seen, control),
                    flow,
                    speed,
                    spot.line().isPresent() ? Optional.of(values[spot.line().getAsInt()]) : Optional.empty(),
                    setFlow,
                    control.targetRpm[i],
                    control.commandedRpm[i],
                    difference(setFlow, flow, steadyRpm(control, i), speed),
                    stop(report.stop[i]),
                    control.limiter[i] == Limiter.NONE
                            ? Optional.empty()
                            : Optional.of(catalogue.text("pump.limited", control.limiter[i].words())),
                    report.cause[i] == SafetyReport.NOBODY
                            ? Optional.empty()
                            : Optional.of(alarms.what(report.cause[i], report.interlock[report.cause[i]])),
                    report.mayStart[i],
                    report.startBlockedBy[i] == SafetyReport.NOBODY
                            ? Optional.empty()
                            : Optional.of(
                                    alarms.what(report.startBlockedBy[i], report.interlock[report.startBlockedBy[i]])),
                    clamp(spot, seen, report)));
        }
        return strips;
    }

    /// A roller's flow by its speed, where the control loop does not say it.
    private static double flowBySpeed(Pump pump, double computedMlPerMin, ShownValue speed) {
        if (Double.isFinite(computedMlPerMin)) {
            return computedMlPerMin;
        }
        OptionalDouble strokeMl = MachineFacts.strokeMl(pump);
        return strokeMl.isPresent() && speed.isKnown()
                ? strokeMl.getAsDouble() * speed.now().getAsDouble()
                : Double.NaN;
    }

    private static Map<String, Double> numbers(PumpAct asked) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        Aims.numbers(asked).forEach((number, value) -> {
            if (Double.isFinite(value)) {
                numbers.put(number.word(), value);
            }
        });
        return numbers;
    }

    /// A follower whose leader stands, or is not known, stands and waits.
    private Optional<String> waits(Spot spot, SupervisorInputs seen, ControlSnapshot control) {
        if (control.mode[spot.index()] != PumpMode.FOLLOWER || control.targetRpm[spot.index()] > 0) {
            return Optional.empty();
        }
        double leaderRpm = seen.seen.drives[spot.leader().orElseThrow()].knownRpm(seen.nowNanos);
        String key = Double.isNaN(leaderRpm) ? "pump.waits-unknown" : "pump.waits";
        return Optional.of(catalogue.text(key, Aims.leader(spot.pump()).orElseThrow()));
    }

    /// The speed that a shaft should have; NaN for one that is to change with every beat.
    private static double steadyRpm(ControlSnapshot control, int pump) {
        return control.mode[pump] == PumpMode.PULSATILE ? Double.NaN : control.commandedRpm[pump];
    }

    private static boolean isTold(PumpMode mode) {
        return switch (mode) {
            case FLOW, PULSATILE, FOLLOWER -> true;
            case STOPPED, SPEED, ZERO_FLOW -> false;
        };
    }

    private Optional<String> difference(OptionalDouble setFlow, ShownValue flow, double steadyRpm, ShownValue speed) {
        if (setFlow.isPresent() && flow.isKnown()) {
            double asked = setFlow.getAsDouble();
            double off = flow.now().getAsDouble() - asked;
            if (Math.abs(off) > Math.max(TOLERATED_ML_PER_MIN, TOLERATED_SHARE * Math.abs(asked))) {
                return Optional.of(catalogue.text("pump.flow-differs", Figures.signed(off / 1_000, 2)));
            }
        }
        if (speed.isKnown()) {
            double off = speed.now().getAsDouble() - steadyRpm;
            if (Math.abs(off) > Math.max(TOLERATED_RPM, TOLERATED_SHARE * Math.abs(steadyRpm))) {
                return Optional.of(catalogue.text("pump.speed-differs", Figures.signed(off, 0)));
            }
        }
        return Optional.empty();
    }

    private Optional<String> stop(StopState state) {
        return switch (state) {
            case NONE -> Optional.empty();
            case CLAMPING -> Optional.of(catalogue.text("stop.clamping"));
            case DEMANDED -> Optional.of(catalogue.text("stop.demanded"));
            case STANDING -> Optional.of(catalogue.text("stop.standing"));
            case CLAMPED -> Optional.of(catalogue.text("stop.clamped"));
            case CUT -> Optional.of(catalogue.text("stop.cut"));
        };
    }

    private Optional<String> clamp(Spot spot, SupervisorInputs seen, SafetyReport report) {
        if (spot.clamp().isEmpty()) {
            return Optional.empty();
        }
        int i = spot.clamp().getAsInt();
        ClampLook look = seen.outputs.clamps[i];
        String told = !report.clampTold[i] ? "untold" : report.clampClosed[i] ? "shut" : "open";
        String measured;
        if (!look.isKnown(seen.nowNanos)) {
            measured = "unknown";
        } else if (look.isShut(seen.nowNanos)) {
            measured = "shut";
        } else {
            measured = look.isOpen(seen.nowNanos) ? "open" : "between";
        }
        return Optional.of(catalogue.text(
                "clamp.told-and-is", catalogue.text("clamp." + told), catalogue.text("clamp." + measured)));
    }
}
