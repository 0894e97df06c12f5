package org.altercor.bench.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The walls between modules are guarded by the compiler. Here each is climbed once, by a class compiled into a module
/// of the packaged program.
class ModuleWallsIT {
    private static final Path LIB = Path.of(System.getProperty("altercor.root"), "bench-tests/target/altercor/lib");

    @TempDir
    Path sources;

    @ParameterizedTest(name = "{0} cannot use {2}")
    @CsvSource({
        "org.altercor.config,     org.altercor.config,          org.altercor.hal.port.Reading",
        "org.altercor.hal,        org.altercor.hal.port,        org.altercor.safety.frame.Frame",
        "org.altercor.safety,     org.altercor.safety.frame,    org.altercor.controller.loop.ControlCore",
        "org.altercor.controller, org.altercor.controller.loop, org.altercor.bench.timing.TimedLoop",
        "org.altercor.safety,     org.altercor.safety.frame,    com.fazecast.jSerialComm.SerialPort",
        "org.altercor.controller, org.altercor.controller.loop, com.fazecast.jSerialComm.SerialPort",
        "org.altercor.hal,        org.altercor.hal.port,        org.tomlj.Toml",
        "org.altercor.safety,     org.altercor.safety.frame,    picocli.CommandLine",
        "org.altercor.safety,     org.altercor.safety.frame,    tools.jackson.databind.ObjectMapper",
    })
    void aClassBehindTheWallDoesNotCompile(String module, String packageName, String forbidden) throws IOException {
        String said = compile(module, packageName, forbidden);
        assertThat(said).contains("package " + forbidden.substring(0, forbidden.lastIndexOf('.')) + " is not visible");
    }

    @Test
    void aClassThatKeepsToTheWallsCompiles() throws IOException {
        assertThat(compile("org.altercor.controller", "org.altercor.controller.loop", "org.altercor.hal.port.Reading"))
                .isEmpty();
    }

    private String compile(String module, String packageName, String used) throws IOException {
        Path folder = Files.createDirectories(sources.resolve(packageName.replace('.', '/')));
        Path source = folder.resolve("Climber.java");
        Files.writeString(source, "package " + packageName + ";\nclass Climber {\n    " + used + " over;\n}\n");

        var said = new StringWriter();
        ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        new PrintWriter(said),
                        new PrintWriter(said),
                        "--module-path",
                        LIB.toString(),
                        "--patch-module",
                        module + "=" + sources,
                        "-d",
                        sources.resolve("classes").toString(),
                        source.toString());
        return said.toString();
    }
}
