package org.altercor.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int altercor(String... words) {
        return run(Main.commandLine(), words);
    }

    private int run(CommandLine line, String... words) {
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(words);
    }

    @Test
    void aShippedMachineIsDescribedWithWhoWatchesItWhenTheProgramIsDead() {
        assertThat(altercor("check", "serial-bench")).isZero();
        assertThat(out.toString()).contains("Who watches when the program is dead", "NOBODY", "arterial, 115200 Bd");
    }

    @Test
    void aPortThatThisVersionCannotBindIsToldAndOneItCanIsNot() throws IOException {
        String rig = Files.readString(Path.of("../config/rigs/serial-bench.toml"));
        Path file = folder.resolve("rig.toml");
        Files.writeString(
                file,
                rig.replace(
                        "[sensor.level]\ndriver = \"twin\"",
                        "[sensor.level]\ndriver = \"gpio\"\nchip = \"pinctrl-rp1\"\nline = 27\nactive = \"low\""));
        assertThat(altercor("check", "--rig", file.toString(), "serial-bench")).isZero();
        assertThat(out.toString())
                .contains("## Not in this version\n\n- this version cannot bind: sensor level on a GPIO line\n");

        out.getBuffer().setLength(0);
        assertThat(altercor("check", "serial-bench")).isZero();
        assertThat(out.toString()).contains("## Not in this version").doesNotContain("cannot bind");
    }

    @Test
    void whatAMachineAsksForAndNothingActsOnIsSaidByName() {
        assertThat(altercor("check", "adult-bypass")).isZero();
        assertThat(notInThisVersion())
                .contains("- only shown, and nothing stops, slows or clamps by them yet: temperature-arterial")
                .contains("lid-arterial")
                .doesNotContain("air-arterial")
                .contains(
                        "- of profile adult-bypass the deviation, no-flow, no-gas and temperature limits alarm nobody")
                .doesNotContain("cannot be started");
    }

    private String notInThisVersion() {
        return out.toString().substring(out.toString().indexOf("## Not in this version"));
    }

    @Test
    void aBrokenFileIsExitCodeOneWithPlaceFoundAndAllowed() throws IOException {
        Path file = folder.resolve("mine.toml");
        Files.writeString(file, "kind = \"machine\"\nname = \"mine\"\nnmae = 3\n");
        assertThat(altercor("check", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("mine.toml:3:1", "found:", "allowed:", "nothing starts");
    }

    @Test
    void oneBrokenFileAmongGoodOnesIsStillExitCodeOne() {
        assertThat(altercor("check", "adult-bypass", "no-such-machine")).isEqualTo(1);
        assertThat(out.toString()).contains("Adult bypass", "no-such-machine");
    }

    @Test
    void aMachineIsCheckedOnTheRigThatIsNamedBesideItAndNotOnItsOwn() {
        assertThat(altercor("check", "--rig", "adult-bypass-twin", "serial-bench"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("shipped/rigs/adult-bypass-twin.toml");
    }

    @Test
    void probingAPortThatIsNotThereSaysSoAndIsExitCodeOne() {
        assertThat(altercor("check", "--probe", "serial-bench")).isEqualTo(1);
        assertThat(out.toString()).contains("/dev/serial/by-id/usb-FTDI");
    }

    @Test
    void aRigAloneIsNotProbedAndNobodyIsLeftToThinkSo() {
        assertThat(altercor("check", "--probe", "adult-bypass-twin")).isEqualTo(1);
        assertThat(out.toString()).contains("is well", "No port was opened: --probe wants a machine");
    }

    @Test
    void whatHasNoPortsIsWellWithAProbeAsWell() {
        assertThat(altercor("check", "--probe", "twin-centrifugal")).isZero();
        assertThat(out.toString()).contains("is well").doesNotContain("No port");
        assertThat(altercor("check", "adult-bypass-twin")).isZero();
    }

    @CommandLine.Command(name = "fail")
    private record Failing(RuntimeException failure) implements Command {
        @Override
        public Integer call() {
            throw failure;
        }
    }

    @Test
    void aDefectIsExitCodeOneWithAMessageEvenWhenItHasNone() {
        var line = Main.commandLine().addSubcommand(new Failing(new IllegalStateException()));
        assertThat(run(line, "fail")).isEqualTo(1);
        assertThat(err.toString()).contains("altercor fail: IllegalStateException", "ALTERCOR_STACK_TRACE=1");

        line = Main.commandLine().addSubcommand(new Failing(new IllegalStateException("the port is gone")));
        assertThat(run(line, "fail")).isEqualTo(1);
        assertThat(err.toString()).contains("altercor fail: the port is gone");
    }

    @Test
    void aScenarioIsCheckedDownToTheWordsThatOnlyTheTwinKnows(@TempDir Path folder) throws IOException {
        String shipped = Files.readString(
                Path.of(System.getProperty("altercor.root"), "bench-tests", "scenarios", "blind-air-detector.toml"));
        Path file = folder.resolve("scenario.toml");
        Files.writeString(file, shipped);
        assertThat(altercor("check", file.toString())).isZero();
        assertThat(out.toString()).contains("is well");

        Files.writeString(file, shipped.replace("stuck-wet", "stuck-wett"));
        assertThat(altercor("check", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("found:   'stuck-wett' of air-arterial", "did you mean stuck-wet?");
    }

    @Test
    void aTableThatDoesNotExistNamesThoseThatDo() {
        assertThat(altercor("table", "treads")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "treads", "interlocks, alarms, config, circuit, faults, limits, settings, telemetry, threads");
    }

    @Test
    void aTableIsPrintedAndNothingElse() {
        assertThat(altercor("table", "threads")).isZero();
        assertThat(out.toString()).isEqualTo(Table.THREADS.markdown());
        assertThat(err.toString()).isEmpty();
    }
}
