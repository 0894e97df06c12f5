package org.altercor.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.config.load.Shipped;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.line.SimulatedLine;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.port.Reading;
import org.altercor.hal.rig.Rig;
import org.altercor.hal.rig.RigBinder;
import org.altercor.hal.rig.UnboundDriverException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A pump that pumps the other way than its drive's positive: from the machine's files down to the line.
class TurningSenseTest {
    private static final long MILLISECOND = 1_000_000;
    private static final int SECOND_IN_MS = 1_000;

    @TempDir
    Path folder;

    private final SupervisorBeat beat = new SupervisorBeat(Duration.ofMillis(100));
    private final SimulatedLine line = new SimulatedLine();
    private final SimulatedSlave slave = new SimulatedSlave(1);
    private final Set<Integer> setPoints = new LinkedHashSet<>();
    private final Set<Integer> directions = new LinkedHashSet<>();

    @ParameterizedTest(name = "positive turns {0}, the pump pumps {1}")
    @CsvSource({
        "clockwise, clockwise, 800",
        "counter-clockwise, counter-clockwise, 800",
        "clockwise, counter-clockwise, -800",
        "counter-clockwise, clockwise, -800"
    })
    void aSignedSetPointTurnsThePumpForwardWhicheverWayItsDriveIsBuilt(String positive, String pump, int raw)
            throws IOException, UnboundDriverException {
        Rig rig = rig(pump, signedRig(positive));
        assertThat(measuredAt80(rig)).as("the loops see it pump forward").isEqualTo(80);
        assertThat(setPoints).as("on the line").containsExactly(raw & 0xFFFF);
    }

    @ParameterizedTest(name = "positive turns {0}, the pump pumps {1}")
    @CsvSource({
        "clockwise, clockwise, 17",
        "counter-clockwise, counter-clockwise, 17",
        "clockwise, counter-clockwise, 34",
        "counter-clockwise, clockwise, 34"
    })
    void aDirectionWordTurnsThePumpForwardWhicheverWayItsDriveIsBuilt(String positive, String pump, int word)
            throws IOException, UnboundDriverException {
        Rig rig = rig(pump, wordedRig(positive));
        assertThat(measuredAt80(rig)).as("the loops see it pump forward").isEqualTo(80);
        assertThat(setPoints).as("on the line").containsExactly(800);
        assertThat(directions).as("on the line").containsExactly(word);
    }

    @ParameterizedTest(name = "positive turns {0}, the pump pumps {1}")
    @CsvSource({"clockwise, clockwise, -80", "clockwise, counter-clockwise, 80"})
    void aShaftThatSomebodyElseTurnsIsReadWithTheSignOfThePump(String positive, String pump, double seenRpm)
            throws IOException, UnboundDriverException {
        Rig rig = rig(pump, signedRig(positive));
        slave.follows = false;
        slave.registers[SimulatedSlave.ACTUAL_SPEED] = -800 & 0xFFFF;
        run(rig, 0);
        assertThat(measuredRpm(rig)).isEqualTo(seenRpm);
    }

    private double measuredAt80(Rig rig) {
        run(rig, 0);
        run(rig, 80);
        return measuredRpm(rig);
    }

    private double measuredRpm(Rig rig) {
        var speed = new Reading();
        rig.drives().getFirst().readSpeedRpm(speed);
        assertThat(speed.isUsable(line.nowNanos, 100 * MILLISECOND)).isTrue();
        return speed.value();
    }

    /// One second.
    private void run(Rig rig, double speedRpm) {
        PumpDrive drive = rig.drives().getFirst();
        for (int ms = 0; ms < SECOND_IN_MS; ms++) {
            beat.beat(line.nowNanos);
            drive.command(speedRpm, line.nowNanos + 300 * MILLISECOND);
            rig.tasks().forEach(task -> task.task().cycle(line.nowNanos));
            slave.run();
            note(SimulatedSlave.SET_SPEED, setPoints);
            note(SimulatedSlave.DIRECTION, directions);
            line.nowNanos += MILLISECOND;
        }
    }

    private void note(int register, Set<Integer> into) {
        if (slave.registers[register] != 0) {
            into.add(slave.registers[register]);
        }
    }

    private Rig rig(String pumpTurns, String rigText) throws IOException, UnboundDriverException {
        String machine = with(shipped("machines"), "direction = \"clockwise\"", "direction = \"" + pumpTurns + "\"");
        Path machineFile = Files.writeString(folder.resolve("machine.toml"), machine);
        Path rigFile = Files.writeString(folder.resolve("rig.toml"), rigText);
        Checked checked =
                new MachineFiles(LocalDate.of(2026, 11, 23)).machine(machineFile.toString(), rigFile.toString());
        if (checked instanceof Checked.Refused refused) {
            throw new AssertionError(refused.render());
        }
        line.farEnd(slave::receive);
        return RigBinder.bind(((Checked.Whole) checked).machine(), beat, _ -> line);
    }

    private static String signedRig(String positiveTurns) throws IOException {
        String rig = shipped("rigs");
        rig = with(rig, "positive-turns = \"clockwise\"", "positive-turns = \"" + positiveTurns + "\"");
        rig = with(rig, "0x1001", "" + SimulatedSlave.SET_SPEED);
        rig = with(rig, "0x1000", "" + SimulatedSlave.ENABLE);
        rig = with(rig, "0x2000", "" + SimulatedSlave.ACTUAL_SPEED);
        rig = with(rig, "0x2001", "" + SimulatedSlave.CURRENT);
        rig = with(rig, "0x2002", "" + SimulatedSlave.FAULT);
        return with(rig, "0x1010", "" + SimulatedSlave.WATCHDOG);
    }

    private static String wordedRig(String positiveTurns) throws IOException {
        String rig = with(signedRig(positiveTurns), "signed = true", "signed = false");
        return with(rig, "current = {", """
                direction = { register = 3, forward = 17, reverse = 34 }
                actual-direction = { register = 13, table = "input" }
                current = {""");
    }

    private static String with(String text, String old, String replacement) {
        assertThat(text).contains(old);
        return text.replace(old, replacement);
    }

    private static String shipped(String kind) throws IOException {
        try (InputStream in = Shipped.class.getResourceAsStream("/altercor/%s/serial-bench.toml".formatted(kind))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
