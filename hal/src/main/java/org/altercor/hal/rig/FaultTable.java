package org.altercor.hal.rig;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.altercor.config.SensorKind;
import org.altercor.config.schema.Unit;
import org.altercor.hal.twin.ClampFault;
import org.altercor.hal.twin.DriveFault;
import org.altercor.hal.twin.Happening;
import org.altercor.hal.twin.TwinDevice;
import org.altercor.hal.twin.sensor.TwinAirDetector;
import org.altercor.hal.twin.sensor.TwinBloodMonitor;
import org.altercor.hal.twin.sensor.TwinEmergencyStop;
import org.altercor.hal.twin.sensor.TwinFlowProbe;
import org.altercor.hal.twin.sensor.TwinGasMeter;
import org.altercor.hal.twin.sensor.TwinKnob;
import org.altercor.hal.twin.sensor.TwinLevel;
import org.altercor.hal.twin.sensor.TwinLid;
import org.altercor.hal.twin.sensor.TwinPower;
import org.altercor.hal.twin.sensor.TwinPressure;
import org.altercor.hal.twin.sensor.TwinTachometer;
import org.altercor.hal.twin.sensor.TwinThermometer;

/// The table of everything that can happen to the devices of the twin, as people read it.
public final class FaultTable {
    private FaultTable() {}

    /// The table in Markdown, device by device, with a line end after each row.
    public static String markdown() {
        var rows = new StringBuilder("""
                | device | fault | what happens | amount |
                |---|---|---|---|
                """);
        rows.append(row("any", TwinDevice.NONE, "undoes all that happened to it", "none"));
        rows.append(rows("drive", List.of(DriveFault.values())));
        rows.append(rows("clamp", List.of(ClampFault.values())));
        for (SensorKind kind : SensorKind.values()) {
            rows.append(rows(kind.word() + " sensor", happenings(kind)));
        }
        return rows.toString();
    }

    /// What can happen to a sensor of a kind.
    static List<? extends Happening> happenings(SensorKind kind) {
        return switch (kind) {
            case AIR -> List.of(TwinAirDetector.Fault.values());
            case LEVEL -> List.of(TwinLevel.Fault.values());
            case PRESSURE -> List.of(TwinPressure.Fault.values());
            case FLOW -> List.of(TwinFlowProbe.Fault.values());
            case TEMPERATURE -> List.of(TwinThermometer.Fault.values());
            case GAS_FLOW -> List.of(TwinGasMeter.Fault.values());
            case BLOOD_MONITOR -> List.of(TwinBloodMonitor.Fault.values());
            case TACHOMETER -> List.of(TwinTachometer.Fault.values());
            case LID -> List.of(TwinLid.Event.values());
            case KNOB -> List.of(TwinKnob.Event.values());
            case EMERGENCY_STOP -> List.of(TwinEmergencyStop.Event.values());
            case POWER -> List.of(TwinPower.Event.values());
        };
    }

    private static String rows(String device, List<? extends Happening> happenings) {
        return happenings.stream()
                .map(Happening::words)
                .map(words -> row(
                        device,
                        words.word(),
                        words.meaning(),
                        words.range().map(FaultTable::text).orElse("none")))
                .collect(Collectors.joining());
    }

    private static String text(Happening.Range range) {
        return Unit.number(range.min()) + " to " + range.unit().show(range.max());
    }

    private static String row(String... cells) {
        return Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
