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
        CommandLine line = Main.commandLine();
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
    void aRigCanBeCheckedUnderAnotherMachinesFeet() {
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
    void aTableThatDoesNotExistNamesThoseThatDo() {
        assertThat(altercor("table", "treads")).isEqualTo(2);
        assertThat(err.toString()).contains("treads", "config, circuit, limits, settings, threads");
    }

    @Test
    void aTableIsPrintedAndNothingElse() {
        assertThat(altercor("table", "threads")).isZero();
        assertThat(out.toString()).isEqualTo(Table.THREADS.markdown());
        assertThat(err.toString()).isEmpty();
    }
}
