package org.altercor.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.altercor.bench.line.ModbusPeer;
import org.altercor.bench.line.ThrottledLine;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.config.rig.Parity;
import org.altercor.config.rig.SerialSettings;
import org.altercor.controller.loop.LoopPair;
import org.altercor.controller.operator.PumpAct;
import org.altercor.controller.run.RunningMachine;
import org.altercor.hal.bus.SupervisorBeat;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.rig.RigBinder;
import org.altercor.hal.rig.UnboundDriverException;
import org.altercor.safety.interlock.Interlock;
import org.altercor.safety.supervise.InterlockState;
import org.altercor.safety.supervise.Limiter;
import org.altercor.safety.supervise.PumpMode;
import org.altercor.safety.supervise.SafetyReport;
import org.altercor.safety.supervise.SupervisorCore;
import org.altercor.safety.supervise.SupervisorInputs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shipped serial bench as it runs, its arterial pump on a line whose other end is pymodbus.
class SerialBenchTest {
    private static final int SLAVE = 1;
    private static final int SET_SPEED = 1;
    private static final String PUMP = "arterial";
    private static final SerialSettings SETTINGS = new SerialSettings("", 115_200, 8, Parity.NONE, 1, false);

    @TempDir
    Path folder;

    private final List<String> trouble = new CopyOnWriteArrayList<>();
    private ThrottledLine line;
    private ModbusPeer peer;
    private RealTime realTime;
    private RunningMachine bench;
    private SupervisorInputs seen;
    private SafetyReport report;

    @BeforeEach
    void run() throws IOException, UnboundDriverException {
        Peers.requireModbusPeer();
        realTime = RealTime.without("a test");
        line = new ThrottledLine(SETTINGS, 1);
        peer = ModbusPeer.start(line.farPath(), SETTINGS, SLAVE);
        Machine machine = ((Checked.Whole) new MachineFiles(LocalDate.of(2026, 11, 23))
                        .machine("serial-bench", rigOnTheLine().toString()))
                .machine();
        SupervisorBeat beat = LoopPair.newBeat();
        bench = new RunningMachine(
                machine, RigBinder.bind(machine, beat), beat, realTime, Clock.systemUTC(), trouble::add);
        seen = SupervisorCore.inputsFor(machine, bench.layout());
        report = SupervisorCore.reportFor(machine, bench.layout());
    }

    /// The shipped rig with the line's device, and the registers that the peer has.
    private Path rigOnTheLine() throws IOException {
        String rig = Files.readString(Path.of("../config/rigs/serial-bench.toml"))
                .replaceAll("device = .*", "device = \"" + line.nearPath() + "\"")
                .replace("parity = \"even\"", "parity = \"none\"")
                .replace("0x1001", "1")
                .replace("0x1000", "2")
                .replace("0x2000", "10")
                .replace("0x2001", "11")
                .replace("0x2002", "12")
                .replace("0x1010", "20");
        return Files.writeString(folder.resolve("serial-bench.toml"), rig);
    }

    @AfterEach
    void end() {
        if (bench != null) {
            bench.close();
            peer.close();
            line.close();
            realTime.close();
        }
    }

    private double rpm() {
        bench.cells().seen().reader().tryRead(seen);
        return seen.seen.drives[0].knownRpm(seen.nowNanos);
    }

    private InterlockState busLost() {
        bench.cells().reports().reader().tryRead(report);
        for (int i = 0; i < bench.interlocks().size(); i++) {
            if (bench.interlocks().get(i).interlock() == Interlock.BUS_LOST) {
                return report.interlock[i];
            }
        }
        throw new AssertionError("a machine without a bus");
    }

    /// A bench may have lost its drive for a moment on a busy machine: whoever stands there resets and asks again, also
    /// when the pump turns and may not turn faster.
    private void turnsAt(double mlPerMin, double rpm) {
        Peers.await("it turns at " + rpm + " rpm", () -> {
            bench.cells().reports().reader().tryRead(report);
            bench.cells().seen().reader().tryRead(seen);
            if (seen.seen.drives[0].isApart(seen.nowNanos)) {
                bench.desk().ask(PUMP, new PumpAct.Stop()); // it came back slower than asked, and is only watched
            } else if (!report.mayStart[0]) {
                bench.desk().reset();
            } else if (seen.control.mode[0] == PumpMode.STOPPED || seen.control.limiter[0] != Limiter.NONE) {
                bench.desk().ask(PUMP, new PumpAct.Flow(mlPerMin));
            }
            return Math.abs(rpm() - rpm) < 0.2;
        });
    }

    @Test
    void aFlowIsAskedForAndArrivesAsTheSpeedOfItsStrokeVolumeAndIsReadBack() {
        turnsAt(3_000, 3_000 / 45.0);
        assertThat(peer.register(SET_SPEED) / 10.0).isCloseTo(3_000 / 45.0, within(0.1));

        bench.desk().ask(PUMP, new PumpAct.Stop());
        Peers.await("it stands", () -> rpm() == 0);
        assertThat(peer.register(SET_SPEED)).isZero();
        assertThat(trouble).isEmpty();
    }

    @Test
    void aDriveThatIsGoneIsSaidToBeAndOneThatIsBackStartsNothing() throws IOException {
        turnsAt(3_000, 3_000 / 45.0);
        peer.close();
        Peers.await("the bus is lost", () -> busLost() == InterlockState.ACTIVE);
        assertThat(bench.whyGoOn())
                .as("nobody knows whether it turns")
                .hasValueSatisfying(why -> assertThat(why).contains("arterial may turn"));

        peer = ModbusPeer.start(line.farPath(), SETTINGS, SLAVE); // powered up anew: every register is zero
        Peers.await("it is back", () -> busLost() == InterlockState.LATCHED && rpm() == 0);
        assertThat(peer.register(SET_SPEED)).isZero();

        turnsAt(2_250, 50);
        assertThat(trouble).isEmpty();
    }
}
