package org.altercor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.altercor.bench.line.ThrottledLine;
import org.altercor.bench.peer.Peers;
import org.altercor.bench.screen.ScreenAct;
import org.altercor.bench.screen.ScreenOperator;
import org.altercor.bench.screen.ScreenReader;
import org.altercor.config.Calibration.Displacement;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.config.rig.Parity;
import org.altercor.config.rig.SerialSettings;
import org.altercor.hal.realtime.RealTime;
import org.altercor.safety.interlock.Interlock;
import org.altercor.safety.interlock.InterlockInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Three processes: a twin that answers as a Modbus drive, the serial bench that drives it over a line of real speed,
/// and this test, the operator at the bench's console.
///
/// ```
/// altercor twin --serve far ◄─ Modbus, 230400 baud ─► near  altercor run ◄─ event stream, acts ─► this test
/// ```
class ServedRunIT {
    private static final SerialSettings LINE = new SerialSettings("", 230_400, 8, Parity.NONE, 1, false);
    private static final String PUMP = "arterial";
    private static final double FLOW_ML_PER_MIN = 3_000;
    private static final double COUNT_RPM = 0.1; // of the rig's registers
    private static final double SHAFT_RPM = 0.5; // a shaft under load follows its drive so closely

    /// A second and a half: five times as long as the alarm takes.
    private static final int SOME_PICTURES = 15;

    private static final String APART = new InterlockInstance(Interlock.DRIVE_APART, PUMP, List.of(PUMP)).alarmCode();
    private static final String BUS_LOST = new InterlockInstance(Interlock.BUS_LOST, PUMP, List.of(PUMP)).alarmCode();

    @TempDir
    Path folder;

    private RealTime realTime;
    private ThrottledLine line;
    private Path machineFile;
    private double rpm;
    private Program twin;
    private Program run;
    private ScreenReader screen;
    private ScreenOperator operator;
    private long actedAtFrame;

    @BeforeEach
    void plugTogether() throws IOException, InterruptedException {
        realTime = RealTime.obtain();
        line = new ThrottledLine(LINE, 1, realTime); // a wire waits for nobody
        machineFile = machineOnTheLine();
        rpm = FLOW_ML_PER_MIN / strokeVolumeMl();
        serve();
        run = Program.start(
                folder,
                "run",
                "--machine",
                machineFile.toString(),
                "--console",
                "127.0.0.1:0",
                "--mqtt",
                "off",
                "--journal",
                "off");
        screen = ScreenReader.open(
                URI.create(run.awaitWords("console: +(http://\\S+)").group(1)));
        operator = new ScreenOperator(screen);
        Peers.await("a picture", () -> screen.picture().isPresent());
    }

    /// The shipped bench with the line's device. A pseudo-terminal knows no parity, and a line twice as fast leaves a
    /// drive that shares a busy computer more time to answer.
    private Path machineOnTheLine() throws IOException {
        Files.writeString(
                folder.resolve("rig.toml"),
                Files.readString(Path.of("../config/rigs/serial-bench.toml"))
                        .replaceAll("device = .*", "device = \"" + line.nearPath() + "\"")
                        .replace("baud = 115200", "baud = 230400")
                        .replace("response-timeout-ms = 4", "response-timeout-ms = 6")
                        .replace("parity = \"even\"", "parity = \"none\""));
        return Files.writeString(
                folder.resolve("machine.toml"),
                Files.readString(Path.of("../config/machines/serial-bench.toml"))
                        .replace("rig = \"serial-bench\"", "rig = \"rig.toml\""));
    }

    private double strokeVolumeMl() {
        Checked read = new MachineFiles(LocalDate.of(2026, 11, 23)).machine(machineFile.toString());
        assertThat(read).isInstanceOf(Checked.Whole.class);
        Machine machine = ((Checked.Whole) read).machine();
        return ((Displacement.Stroke)
                        machine.pump(PUMP).orElseThrow().calibration().displacement())
                .strokeVolumeMl();
    }

    /// Starts the drive's process, which expects to be asked for the speed of the calibration.
    private void serve() throws IOException {
        Path scenario = Files.writeString(
                folder.resolve("asked.toml"), String.format(Locale.ROOT, """
                        kind = "scenario"
                        name = "asked"
                        title = "Somebody drives the pump"
                        circuit = "bench-roller"
                        lasts-s = 3600

                        [[at]]
                        s = 0
                        does = "expect"
                        signal = "arterial.speed-rpm"
                        at-least = %.1f
                        at-most = %.1f
                        within-s = 600
                        why = "so much was asked over the line"
                        """, rpm - SHAFT_RPM, rpm + SHAFT_RPM));
        twin = Program.start(
                folder,
                "twin",
                scenario.toString(),
                "--serve",
                line.farPath(),
                "--pump",
                PUMP,
                "--machine",
                machineFile.toString());
        twin.awaitWords("until stopped");
    }

    @AfterEach
    void stopAll() {
        if (screen != null) {
            screen.close();
        }
        if (run != null) {
            run.close();
        }
        if (twin != null) {
            twin.close();
        }
        line.close();
        realTime.close();
    }

    private JsonNode picture() {
        assertThat(screen.isConnected()).as("the console talks").isTrue();
        return screen.picture().orElseThrow();
    }

    private static JsonNode strip(JsonNode picture) {
        return picture.path("pumps").path(0);
    }

    private static Optional<Double> speedRpm(JsonNode picture) {
        JsonNode now = strip(picture).path("speedRpm").path("now");
        return now.isNumber() ? Optional.of(now.doubleValue()) : Optional.empty();
    }

    private static String busLost(JsonNode picture) {
        return alarm(picture, BUS_LOST);
    }

    private static String alarm(JsonNode picture, String code) {
        return StreamSupport.stream(picture.path("alarms").spliterator(), false)
                .filter(alarm -> alarm.path("code").asString("").equals(code))
                .map(alarm -> alarm.path("state").asString(""))
                .findFirst()
                .orElse("none");
    }

    /// Whoever stands there resets when a start is barred, starts when the pump is stopped, and asks again when the
    /// flow was cut down meanwhile, as it is when a busy computer loses the drive for a moment. Once a picture.
    private void standBy(JsonNode seen) {
        long frame = seen.path("frame").longValue();
        if (frame != actedAtFrame) {
            actedAtFrame = frame;
            // A drive that came back slower than it was by then asked is only watched: begin anew.
            Optional<ScreenAct> touch =
                    alarm(seen, APART).equals("active") ? Optional.of(ScreenAct.stop(PUMP)) : nextTouch(strip(seen));
            touch.ifPresent(this::act);
        }
    }

    private static Optional<ScreenAct> nextTouch(JsonNode strip) {
        if (strip.path("mode").stringValue().equals("stopped")) {
            boolean mayStart = strip.path("mayStart").booleanValue();
            return Optional.of(mayStart ? ScreenAct.startFlow(PUMP, FLOW_ML_PER_MIN) : ScreenAct.reset());
        }
        return strip.path("setFlow").doubleValue() == FLOW_ML_PER_MIN
                ? Optional.empty()
                : Optional.of(ScreenAct.changeFlow(PUMP, FLOW_ML_PER_MIN));
    }

    private boolean act(ScreenAct act) {
        try {
            return operator.act(act).accepted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Has it turn as asked for some pictures on end, with no alarm of its bus in any of them. A busy computer that
    /// spoils one begins anew.
    private void startUntilItTurns() {
        long[] from = {screen.pictures()};
        Peers.await("it turns as asked, and its bus is well", () -> {
            JsonNode seen = picture();
            standBy(seen);
            boolean turns = speedRpm(seen)
                    .filter(now -> Math.abs(now - rpm) < COUNT_RPM)
                    .isPresent();
            if (!turns || !busLost(seen).equals("none")) {
                from[0] = screen.pictures();
            }
            return screen.pictures() - from[0] > SOME_PICTURES;
        });
    }

    private static void tell(String what, long sinceNanos) {
        System.out.printf(Locale.ROOT, "%s: %.0f ms%n", what, (System.nanoTime() - sinceNanos) / 1e6);
    }

    @Test
    void aDriveWhoseProcessIsKilledIsLostOnTheConsoleAndOnceItIsBackNothingStartsByItself() throws Exception {
        startUntilItTurns();
        assertThat(rpm).as("of the calibration").isCloseTo(66.7, within(0.05));

        long killedNanos = System.nanoTime();
        twin.kill();
        Peers.await("the alarm", () -> busLost(picture()).equals("active"));
        tell("from kill -9 of the drive's process to the alarm on the console", killedNanos);
        Peers.await("its speed is no longer known", () -> speedRpm(picture()).isEmpty());
        JsonNode speed = strip(picture()).path("speedRpm");
        assertThat(speed.path("last").doubleValue()).as("struck through").isCloseTo(rpm, within(COUNT_RPM));
        assertThat(speed.path("ageMs").longValue()).isPositive();
        assertThat(speed.path("why").stringValue()).isNotEmpty();

        long startedNanos = System.nanoTime();
        serve();
        tell("the drive's process needs to start", startedNanos);
        long servedNanos = System.nanoTime();
        Peers.await("it has joined", () -> speedRpm(picture()).isPresent());
        tell("from the served line to a known speed", servedNanos);
        Peers.await("it is said until somebody resets", () -> busLost(picture()).equals("latched"));
        long from = screen.pictures();
        Peers.await("some pictures", () -> {
            assertThat(speedRpm(picture()).orElse(0.0)).as("it stands").isZero();
            return screen.pictures() - from > SOME_PICTURES;
        });

        startUntilItTurns();
    }

    @Test
    void aDriveThatAnswersIsNotCalledLostAndBothProcessesEndWhenTheyAreAsked() throws Exception {
        startUntilItTurns();

        run.terminate();
        run.awaitWords("not ending: arterial turns");
        assertThat(act(ScreenAct.stop(PUMP))).isTrue();
        assertThat(run.exitCode()).isEqualTo(128 + 15);
        twin.terminate();
        assertThat(twin.exitCode()).isEqualTo(128 + 15);
        assertThat(twin.said()).contains("1 of 1 expectations hold");
    }
}
