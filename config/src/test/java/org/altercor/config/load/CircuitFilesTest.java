package org.altercor.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.altercor.config.Place;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.circuit.LineParameters;
import org.altercor.config.circuit.Part;
import org.altercor.config.circuit.PartKind;
import org.altercor.config.circuit.PumpParameters;
import org.altercor.config.schema.FileKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the text of a circuit to its parts.
class CircuitFilesTest {
    private static final String SOUND = "src/test/resources/sound/circuit.toml";

    @TempDir
    Path folder;

    @Test
    void aPartIsWhatItsSectionSays() throws IOException {
        Circuit circuit = circuit(Files.readString(Path.of(SOUND)));
        Part line = circuit.part("line").orElseThrow();

        assertThat(circuit.name()).isEqualTo("sound");
        assertThat(circuit.parts())
                .extracting(Part::name)
                .containsExactly("blood", "reservoir", "outlet", "arterial", "line");
        assertThat(line.kind()).isEqualTo(PartKind.TUBE);
        assertThat(line.from()).contains("outlet");
        assertThat(line.to()).contains("reservoir");
        assertThat(line.place()).contains(Place.ARTERIAL_LINE);
        assertThat(line.value(LineParameters.BORE)).isEqualTo(9.525);
        assertThat(line.value(LineParameters.LENGTH)).isEqualTo(180);
        assertThat(circuit.part("lina")).isEmpty();
    }

    @Test
    void aNumberThatNoFileGivesIsWhatItUsuallyIs() throws IOException {
        Circuit circuit = circuit(Files.readString(Path.of(SOUND)));

        assertThat(circuit.part("line").orElseThrow().value(LineParameters.WALL))
                .isEqualTo(0.05);
        assertThat(circuit.part("arterial").orElseThrow().value(PumpParameters.LEAK))
                .isEqualTo(0.03);
        assertThat(circuit.part("outlet").orElseThrow().from()).isEmpty();
    }

    @Test
    void aReservoirHoldsTheBloodOfItsCircuitUnlessItSaysOtherwise() throws IOException {
        String text = Files.readString(Path.of(SOUND));

        assertThat(haematocrit(text)).isEqualTo(30);
        assertThat(haematocrit(text.replace("volume-ml = 1000", "volume-ml = 1000\nhaematocrit-percent = 0")))
                .isZero();
        assertThat(haematocrit(text.replace("haematocrit-percent = 30", ""))).isEqualTo(25);
        assertThat(haematocrit(text.replace("[part.blood]\ntype = \"blood\"\nhaematocrit-percent = 30", "")))
                .isEqualTo(25);
    }

    private double haematocrit(String text) throws IOException {
        return circuit(text).part("reservoir").orElseThrow().value(LineParameters.OWN_HAEMATOCRIT);
    }

    @Test
    void shippedCircuitsAreReadAndBenchesHaveNoPatient() {
        for (String name : Shipped.names(FileKind.CIRCUIT)) {
            Circuit circuit = read(name);
            assertThat(circuit.name()).isEqualTo(name);
            assertThat(circuit.parts().stream().anyMatch(part -> part.kind() == PartKind.COMPARTMENT))
                    .as(name)
                    .isEqualTo(!name.startsWith("bench-"));
        }
    }

    @Test
    void theTwoAdultCircuitsDifferInNothingButTheArterialHead() {
        Circuit roller = read("adult-bypass");
        Circuit centrifugal = read("adult-bypass-centrifugal");

        assertThat(roller.part("arterial").orElseThrow().kind()).isEqualTo(PartKind.ROLLER);
        assertThat(centrifugal.part("arterial").orElseThrow().kind()).isEqualTo(PartKind.CENTRIFUGAL);
        assertThat(roller.parts().stream().filter(part -> !part.name().equals("arterial")))
                .containsExactlyElementsOf(centrifugal.parts().stream()
                        .filter(part -> !part.name().equals("arterial"))
                        .toList());
    }

    private Circuit circuit(String text) throws IOException {
        Path file = folder.resolve("circuit.toml");
        Files.writeString(file, text);
        return read(file.toString());
    }

    private static Circuit read(String fileOrName) {
        Problems problems = new Problems();
        Optional<Circuit> circuit = new Sources(problems)
                .open(fileOrName, FileKind.CIRCUIT)
                .flatMap(values -> CircuitReader.read(values, problems));
        assertThat(problems.list()).isEmpty();
        return circuit.orElseThrow();
    }
}
