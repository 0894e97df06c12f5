package org.altercor.controller.scenario;

import static org.altercor.controller.scenario.Scenarios.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.altercor.config.LossPolicy;
import org.altercor.config.rig.CommandWord;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.Parity;
import org.altercor.config.rig.RegisterField;
import org.altercor.config.rig.RegisterField.Table;
import org.altercor.config.rig.SerialSettings;
import org.altercor.config.rig.Silence;
import org.altercor.config.rig.WriteFunction;
import org.altercor.config.scenario.Act;
import org.altercor.config.scenario.Scenario;
import org.altercor.controller.scenario.Scenarios.Claim;
import org.altercor.hal.line.ByteLine;
import org.altercor.hal.line.LineOpener.Opening;
import org.altercor.hal.modbus.DriveServer.ServedDrive;
import org.altercor.hal.twin.TwinWorld;
import org.junit.jupiter.api.Test;

/// The twin in real time, where the time is the test's. Frames are those of a drive with its speed at 4001 and its
/// start word at 4000 (2 on, 1 off), worked out by hand [D].
class ServedTwinTest {
    private static final long MS = 1_000_000;
    private static final SerialSettings LINE = new SerialSettings("none", 115_200, 8, Parity.NONE, 1, false);
    private static final String SPEED_3000 = "010640010BB8CA88";
    private static final String ENABLE = "0106400000021DCB";
    private static final String READ_SPEED = "01044001000175CA";

    private static final ModbusDriveMap MAP = new ModbusDriveMap(
            1,
            Duration.ofMillis(10),
            WriteFunction.SINGLE,
            new RegisterField(0x4001, Table.HOLDING, true, 1),
            new RegisterField(0x4001, Table.INPUT, true, 1),
            Optional.of(new CommandWord(0x4000, 2, 1)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private final LaggingWorld world = new LaggingWorld();
    private final List<String> answers = new ArrayList<>();
    private byte[] pending = {};
    private long nowNanos = 77_000 * MS;

    private final class MasterLine implements ByteLine {
        @Override
        public int read(byte[] into) {
            int count = pending.length;
            System.arraycopy(pending, 0, into, 0, count);
            pending = new byte[0];
            return count;
        }

        @Override
        public int write(byte[] from, int length) {
            answers.add(HexFormat.of().formatHex(from, 0, length));
            return length;
        }

        @Override
        public void close() {}
    }

    private ServedTwin served(Scenario scenario, Silence silence) {
        var source = new TwinSource() {
            @Override
            public Found read(String fileOrName) {
                return new Found.Ready(scenario);
            }

            @Override
            public TwinWorld world(Scenario of) {
                return world;
            }
        };
        ServedTwin twin = new LoadedScenario("x.toml", scenario, source)
                .served(
                        "arterial",
                        new ServedDrive(MAP, silence, new LossPolicy.Hold()),
                        LINE,
                        () -> new Opening.Open(new MasterLine()));
        twin.cycle(nowNanos); // begins
        twin.cycle(nowNanos);
        return twin;
    }

    private void run(ServedTwin twin, int milliseconds) {
        for (int i = 0; i < milliseconds; i++) {
            nowNanos += MS;
            twin.cycle(nowNanos);
        }
    }

    private void send(ServedTwin twin, String frame) {
        pending = HexFormat.of().parseHex(frame);
        run(twin, 1);
    }

    private static Scenario idle() {
        return Scenarios.named("idle").lasting(60);
    }

    @Test
    void simulatedTimeKeepsUpWithTheClock() {
        ServedTwin twin = served(idle(), new Silence.Nothing());
        run(twin, 500);
        assertThat(world.elapsedSeconds()).isCloseTo(0.5, within(1e-9));
        nowNanos += 40 * MS;
        twin.cycle(nowNanos);
        assertThat(world.elapsedSeconds()).isCloseTo(0.54, within(1e-9));
        assertThat(twin.stepsLeftOut()).isZero();
    }

    @Test
    void aComputerThatWasAwayIsNotCaughtUpWithForEverAndWhatIsLeftOutIsCounted() {
        ServedTwin twin = served(idle(), new Silence.Nothing());
        nowNanos += 10_000 * MS;
        twin.cycle(nowNanos);
        assertThat(world.elapsedSeconds()).isCloseTo(0.1, within(1e-9));
        assertThat(twin.stepsLeftOut()).isEqualTo(9_900);
    }

    @Test
    void aMasterOnTheLineDrivesThePumpAndReadsIt() {
        ServedTwin twin = served(idle(), new Silence.Nothing());
        send(twin, SPEED_3000);
        send(twin, ENABLE);
        run(twin, 3_000);
        assertThat(world.drivenRpm()).isCloseTo(3_000, within(0.1));
        assertThat(world.leasesRunOut).isZero();
        send(twin, READ_SPEED);
        assertThat(answers.getFirst()).isEqualTo(SPEED_3000.toLowerCase(java.util.Locale.ROOT));
        assertThat(answers.getLast()).startsWith("0104020bb8");
    }

    @Test
    void nobodyOnTheLineMeansThatItStands() {
        ServedTwin twin = served(idle(), new Silence.Nothing());
        run(twin, 3_000);
        assertThat(world.drivenRpm()).isZero();
    }

    @Test
    void aMasterThatFallsSilentLeavesItToItsDeclaredBehaviour() {
        ServedTwin twin = served(idle(), new Silence.Fixed(Silence.Action.STOP, Duration.ofMillis(300)));
        send(twin, SPEED_3000);
        send(twin, ENABLE);
        run(twin, 280);
        assertThat(world.acts).isEmpty();
        run(twin, 3_000);
        assertThat(world.acts).containsExactly("stop");
        assertThat(world.drivenRpm()).isCloseTo(0, within(0.1));
    }

    @Test
    void theTimelineGoesOnAroundItAndIsJudged() {
        Scenario scenario = Scenarios.named("timeline")
                .at(0.5, new Act.Air("reservoir", 2))
                .at(1, expect(Claim.of("arterial.speed-rpm", 1, 5_000)))
                .lasting(2);
        ServedTwin twin = served(scenario, new Silence.Nothing());
        send(twin, SPEED_3000);
        send(twin, ENABLE);
        run(twin, 2_500);
        assertThat(world.acts).containsExactly("air reservoir 2.0");
        assertThat(twin.isOver()).isTrue();
        assertThat(twin.result(1).passed()).isEqualTo(1);
        assertThat(world.drivenRpm()).as("the world goes on").isGreaterThan(2_900);
    }
}
