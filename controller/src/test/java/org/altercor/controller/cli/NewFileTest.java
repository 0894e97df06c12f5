package org.altercor.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class NewFileTest {
    @TempDir
    Path folder;

    private NewFile file() {
        return new NewFile(folder.resolve("out.html"), Main.commandLine().getCommandSpec());
    }

    private void expectEmptyFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void whatWasWrittenIsThereUnderItsNameAlone() throws IOException {
        int said = file().write(out -> {
            out.write("whole");
            return 5;
        });

        assertThat(said).isEqualTo(5);
        assertThat(folder.resolve("out.html")).hasContent("whole");
        assertThat(folder.resolve("out.html.part")).doesNotExist();
    }

    @Test
    void nothingStaysOfWhatFailedHalfWay() throws IOException {
        assertThatThrownBy(() -> file().write(out -> {
                    out.write("half");
                    throw new UncheckedIOException(new IOException("disk full"));
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        expectEmptyFolder();

        assertThatThrownBy(() -> file().write(out -> {
                    out.write("half");
                    throw new IllegalStateException("a defect");
                }))
                .isInstanceOf(IllegalStateException.class);
        expectEmptyFolder();
    }

    @Test
    void aFileThatAppearsMeanwhileIsLeftAsItIs() throws IOException {
        assertThatThrownBy(() -> file().write(out -> Files.writeString(folder.resolve("out.html"), "mine")))
                .isInstanceOf(IOException.class);

        assertThat(folder.resolve("out.html")).hasContent("mine");
        assertThat(folder.resolve("out.html.part")).doesNotExist();
    }

    @Test
    void aLinkThatLeadsNowhereIsAFileThatIsThere() throws IOException {
        Files.createSymbolicLink(folder.resolve("out.html"), folder.resolve("nowhere"));

        assertThatThrownBy(() -> file().write(out -> 0))
                .isInstanceOf(CommandLine.ParameterException.class)
                .hasMessageContaining("there already");
    }
}
