package org.altercor.controller.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Path MODULE = Path.of(System.getProperty("altercor.root"), "controller");

    /// A text that is asked for by its whole key; keys that are put together are seen in the browser's tests.
    private static final Pattern ASKED =
            Pattern.compile("(?:text|accepted|refused|reply)\\((?:Verdict\\.\\w+, )?\\s*\"([a-z]+\\.[a-z-]+)\"");

    private final Catalogue catalogue = Catalogue.english();

    @Test
    void everyTextThatIsAskedForIsThere() throws IOException {
        List<String> asked = new ArrayList<>();
        for (String folder : new String[] {
            "src/main/java/org/altercor/controller/console", "src/main/resources/altercor-console/page"
        }) {
            try (Stream<Path> files = Files.list(MODULE.resolve(folder))) {
                for (Path file : files.filter(each -> each.toString().matches(".*\\.(java|js)"))
                        .toList()) {
                    Matcher matcher = ASKED.matcher(Files.readString(file));
                    while (matcher.find()) {
                        asked.add(matcher.group(1));
                    }
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(80);
        assertThat(catalogue.all().keySet()).containsAll(asked);
    }

    @Test
    void aMissingTextIsSaidAtOnce() {
        assertThatThrownBy(() -> catalogue.text("no.such")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fillingsStandInTheirPlaces() {
        assertThat(catalogue.text("accepted.pump", "Arterial", "62 rpm")).isEqualTo("Arterial: 62 rpm accepted");
    }

    @Test
    void namesOfFilesBecomeNamesForPeople() {
        assertThat(Catalogue.title("cardioplegia-blood")).isEqualTo("Cardioplegia blood");
    }
}
