package org.altercor.safety.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationWordsTest {
    private static Machine machine(String name) {
        return ((Checked.Whole) new MachineFiles(LocalDate.of(2026, 11, 23)).machine(name)).machine();
    }

    private static ByteBuffer bytes(String words) {
        return ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"adult-bypass", "adult-bypass-centrifugal", "serial-bench"})
    void theSameMachineIsReadFromThemWithoutAnyFile(String name) {
        Machine machine = machine(name);
        assertThat(ConfigurationWords.machine(bytes(ConfigurationWords.of(machine))))
                .isEqualTo(new Checked.Whole(machine));
    }

    @Test
    void holdEachFileWordForWord() {
        Machine machine = machine("adult-bypass");
        String words = ConfigurationWords.of(machine);
        assertThat(machine.sources())
                .hasSizeGreaterThan(4)
                .allSatisfy(source -> assertThat(words).contains(source.text()));
    }

    @Test
    void aChangedByteIsSeen() {
        String words = ConfigurationWords.of(machine("adult-bypass"));
        int at = words.indexOf("title");
        assertThatThrownBy(
                        () -> ConfigurationWords.machine(bytes(words.substring(0, at) + 'T' + words.substring(at + 1))))
                .hasMessage("the configuration is not the one of its hash");
    }

    @Test
    void whatIsNoConfigurationIsRefusedInWords() {
        assertThatThrownBy(() -> ConfigurationWords.machine(bytes("sha256=0\nMachine[]\n")))
                .hasMessage("a configuration begins with altercor-configuration/1, not with sha256=0");
        assertThatThrownBy(() -> ConfigurationWords.machine(bytes("altercor-configuration/1")))
                .hasMessage("the configuration ends early");
    }
}
