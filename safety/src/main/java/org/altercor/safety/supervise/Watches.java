package org.altercor.safety.supervise;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.altercor.config.Machine;
import org.altercor.config.Profile;
import org.altercor.config.rig.Output;
import org.altercor.config.schema.OperatorSetting;
import org.altercor.safety.interlock.InterlockInstance;
import org.altercor.safety.observe.Channel;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.observe.Quantity;

/// Gives each interlock of a machine what it looks for. Used once, at start-up.
final class Watches {
    private final Machine machine;
    private final Profile profile;
    private final MachineLayout layout;
    private final List<WatchedPump> pumps;
    private final List<PumpGuard> guards;
    private final ControlLostCondition controlLost;
    private final SettingKeeper settings;

    Watches(
            Machine machine,
            MachineLayout layout,
            List<WatchedPump> pumps,
            List<PumpGuard> guards,
            ControlLostCondition controlLost,
            SettingKeeper settings) {
        this.machine = machine;
        this.profile = machine.profile();
        this.layout = layout;
        this.pumps = pumps;
        this.guards = guards;
        this.controlLost = controlLost;
        this.settings = settings;
    }

    InterlockWatch watch(InterlockInstance instance) {
        return new InterlockWatch(instance, condition(instance), pumpsOf(instance));
    }

    private List<WatchedPump> pumpsOf(InterlockInstance instance) {
        return instance.pumps().stream()
                .map(name -> pumps.get(layout.pumps().indexOf(name)))
                .toList();
    }

    private Condition condition(InterlockInstance instance) {
        return switch (instance.interlock()) {
            case LINE_AIR -> {
                int index = aSwitch(instance.subject(), Quantity.AIR_SEEN);
                yield new AirCondition(index, layout.switches().get(index).lostAfterNanos());
            }
            case LEVEL_CRITICAL -> level(instance, profile.level()::stopMl, true);
            case LEVEL_LOW -> level(instance, setting(instance, OperatorSetting.LEVEL_ALERT), false);
            case OVER_PRESSURE -> new AboveCondition(pressure(instance), setting(instance, OperatorSetting.LINE_STOP));
            case PRESSURE_HIGH -> new AboveCondition(pressure(instance), setting(instance, OperatorSetting.LINE_WARN));
            case CARDIOPLEGIA_OVER_PRESSURE ->
                new AboveCondition(pressure(instance), profile.cardioplegiaLine()::stopMmHg);
            case LINE_FALL -> new LineFallCondition(pressure(instance), pump(instance));
            case BACKFLOW ->
                new BackflowCondition(
                        value(instance.subject(), Quantity.FLOW),
                        profile.flow().backflowMlPerMin(),
                        pump(instance).isOpenWhenStopped()
                                ? profile.flow().backflowAfter().toNanos()
                                : BackflowCondition.LEAK_NANOS);
            case LOW_SPEED_OPEN ->
                new LowSpeedCondition(pump(instance), profile.flow().backflowMlPerMin());
            case CLAMP_ASTRAY -> clamp(instance);
            case OVERSPEED -> new OverspeedCondition(pump(instance), guard(instance));
            case WRONG_DIRECTION -> new DirectionCondition(pump(instance));
            case STILL_TURNING -> new StandstillCondition(guard(instance));
            case BUS_LOST -> new BusCondition(pump(instance).index());
            case DRIVE_APART -> new ApartCondition(pump(instance).index());
            case CONTROL_LOST -> controlLost;
            case NO_ARTERIAL_FLOW -> {
                int arterial = layout.pumps().indexOf(instance.subject());
                yield new ArterialFlowCondition(pumps.get(arterial), guards.get(arterial), pumpsOf(instance));
            }
            case SUPERVISOR_LOST -> throw new IllegalStateException("the supervisor cannot judge its own death");
        };
    }

    private DoubleSupplier setting(InterlockInstance instance, OperatorSetting setting) {
        return settings.inForce(setting, instance.subject());
    }

    private WatchedPump pump(InterlockInstance instance) {
        return pumpsOf(instance).getFirst();
    }

    private PumpGuard guard(InterlockInstance instance) {
        return guards.get(pump(instance).index());
    }

    private LevelCondition level(InterlockInstance instance, DoubleSupplier limitMl, boolean isMarkTheLimit) {
        return new LevelCondition(
                value(instance.subject(), Quantity.LEVEL),
                aSwitch(instance.subject(), Quantity.BELOW_MARK),
                limitMl,
                isMarkTheLimit);
    }

    private ClampCondition clamp(InterlockInstance instance) {
        Output clamp = machine.rig().outputs().stream()
                .filter(output -> output.name().equals(instance.subject()))
                .findFirst()
                .orElseThrow();
        return new ClampCondition(
                layout.clamps().indexOf(clamp.name()),
                clamp.closesWithin().orElseThrow().toNanos(),
                guard(instance),
                pump(instance).flow());
    }

    private Sensed pressure(InterlockInstance instance) {
        return value(instance.subject(), Quantity.PRESSURE);
    }

    private Sensed value(String sensor, Quantity quantity) {
        return Sensed.first(layout, each -> isOf(each, sensor, quantity));
    }

    private int aSwitch(String sensor, Quantity quantity) {
        return layout.aSwitch(each -> isOf(each, sensor, quantity)).orElseThrow();
    }

    private static boolean isOf(Channel channel, String sensor, Quantity quantity) {
        return channel.quantity() == quantity && channel.sensor().equals(sensor);
    }
}
