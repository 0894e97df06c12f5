package org.altercor.controller.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.altercor.config.Place;
import org.altercor.safety.observe.Channel;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.observe.Observation;
import org.altercor.safety.observe.Quantity;

/// Numbers of the patient and the circuit, each by a key of what and where; those that a machine has no sensor for are
/// not there at all.
///
/// Owner: the console's thread.
final class PatientColumn {
    static final String DELIVERY = "oxygen-delivery";
    private static final String FLOW = "flow-arterial-line";
    private static final String HAEMATOCRIT = "haematocrit-venous-line";

    /// A number that the column can show.
    ///
    /// @param isListed whether it has a place in the column; others serve the trend
    private record Wanted(String key, Quantity quantity, Place place, boolean isListed) {}

    private static final List<Wanted> WANTED = List.of(
            new Wanted("pressure-patient", Quantity.PRESSURE, Place.PATIENT, true),
            new Wanted("saturation-venous-line", Quantity.VENOUS_SATURATION, Place.VENOUS_LINE, true),
            new Wanted(HAEMATOCRIT, Quantity.HAEMATOCRIT, Place.VENOUS_LINE, true),
            new Wanted("level-reservoir", Quantity.LEVEL, Place.RESERVOIR, true),
            new Wanted("temperature-arterial-line", Quantity.TEMPERATURE, Place.ARTERIAL_LINE, true),
            new Wanted("temperature-venous-line", Quantity.TEMPERATURE, Place.VENOUS_LINE, true),
            new Wanted("temperature-patient", Quantity.TEMPERATURE, Place.PATIENT, true),
            new Wanted("temperature-water", Quantity.TEMPERATURE, Place.WATER, true),
            new Wanted("gas-gas-line", Quantity.GAS_FLOW, Place.GAS_LINE, true),
            new Wanted("oxygen-gas-line", Quantity.OXYGEN_FRACTION, Place.GAS_LINE, true),
            new Wanted("air-arterial-line", Quantity.AIR_SEEN, Place.ARTERIAL_LINE, true),
            new Wanted(FLOW, Quantity.FLOW, Place.ARTERIAL_LINE, false),
            new Wanted("pressure-arterial-line", Quantity.PRESSURE, Place.ARTERIAL_LINE, false));

    private record Found(Wanted wanted, int index) {}

    private final List<Found> found = new ArrayList<>();
    private final MachineLayout layout;
    private final OxygenDelivery delivery;
    private final Shown[] values;
    private final Shown[] switches;

    PatientColumn(MachineView view, Catalogue catalogue) {
        layout = view.layout();
        delivery = new OxygenDelivery(view.machine(), catalogue);
        values = layout.values().stream()
                .map(channel -> new Shown(catalogue, looks(channel.quantity())))
                .toArray(Shown[]::new);
        switches = layout.switches().stream().map(_ -> new Shown(catalogue, 1)).toArray(Shown[]::new);
        for (Wanted wanted : WANTED) {
            OptionalInt index = wanted.quantity().isSwitch()
                    ? layout.aSwitch(channel -> isThat(channel, wanted))
                    : layout.value(channel -> isThat(channel, wanted));
            index.ifPresent(at -> found.add(new Found(wanted, at)));
        }
    }

    private static boolean isThat(Channel channel, Wanted wanted) {
        return channel.is(wanted.quantity(), wanted.place());
    }

    /// What pulses with the pump or the heart is shown as the mean of a second; the rest as it is. Ten looks a second.
    private static int looks(Quantity quantity) {
        return switch (quantity) {
            case FLOW, PRESSURE -> 10;
            case LEVEL,
                    TEMPERATURE,
                    GAS_FLOW,
                    OXYGEN_FRACTION,
                    VENOUS_SATURATION,
                    HAEMATOCRIT,
                    SHAFT_SPEED,
                    DETENTS,
                    BATTERY_TIME,
                    AIR_SEEN,
                    BELOW_MARK,
                    LID_OPEN,
                    PUSHED,
                    STOP_PRESSED,
                    MAINS_PRESENT -> 1;
        };
    }

    /// Keys of the column, in their order.
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Found each : found) {
            if (each.wanted().isListed()) {
                keys.add(each.wanted().key());
            }
            if (each.wanted().key().equals(HAEMATOCRIT)) {
                keys.add(DELIVERY);
            }
        }
        return List.copyOf(keys);
    }

    /// What each channel of numbers shows, in the layout's order.
    ///
    /// @param beatLooks looks in whole beats of a pump that pulses
    ShownValue[] look(Observation seen, long nowNanos, int beatLooks) {
        var shown = new ShownValue[values.length];
        for (int i = 0; i < values.length; i++) {
            if (looks(layout.values().get(i).quantity()) > 1) {
                values[i].atLeast(beatLooks);
            }
            shown[i] = values[i].look(
                    seen.values[i], nowNanos, layout.values().get(i).lostAfterNanos());
        }
        return shown;
    }

    /// The column.
    ///
    /// @param shown from [#look] at the same moment
    Map<String, ShownValue> of(Observation seen, long nowNanos, ShownValue[] shown) {
        Map<String, ShownValue> column = new LinkedHashMap<>();
        for (Found each : found) {
            int i = each.index();
            column.put(
                    each.wanted().key(),
                    each.wanted().quantity().isSwitch()
                            ? switches[i].look(
                                    seen.switches[i],
                                    nowNanos,
                                    layout.switches().get(i).lostAfterNanos())
                            : shown[i]);
        }
        ShownValue flow = column.get(FLOW);
        ShownValue haematocrit = column.get(HAEMATOCRIT);
        if (flow != null && haematocrit != null) {
            column.put(DELIVERY, delivery.of(flow, haematocrit));
        }
        return column;
    }
}
