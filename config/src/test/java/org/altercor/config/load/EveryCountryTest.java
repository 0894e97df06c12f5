package org.altercor.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.altercor.config.report.CheckReport;
import org.altercor.config.report.Tables;
import org.altercor.config.schema.FileKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is printed is the same in every country: decimal points, digits, letters.
class EveryCountryTest {
    private final Locale home = Locale.getDefault();

    @AfterEach
    void goHome() {
        Locale.setDefault(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG-u-nu-arab", "tr-TR"})
    void everyRefusalReportAndTableIsTheSameAsAtHome(String country) throws IOException {
        Locale.setDefault(Locale.ROOT);
        List<String> atHome = everythingPrinted();
        assertThat(atHome).anyMatch(text -> text.contains("29.9 ms")).anyMatch(text -> text.contains("155.5 rpm"));

        Locale.setDefault(Locale.forLanguageTag(country));
        List<String> abroad = everythingPrinted();
        for (int i = 0; i < atHome.size(); i++) {
            assertThat(abroad.get(i)).isEqualTo(atHome.get(i));
        }
    }

    private static List<String> everythingPrinted() throws IOException {
        var files = new MachineFiles(Broken.TODAY);
        var printed = new ArrayList<String>();
        for (Path file : Broken.files()) {
            printed.add(Broken.told(files.check(file.toString())));
        }
        for (String machine : Shipped.names(FileKind.MACHINE)) {
            printed.add(CheckReport.of(((Checked.Whole) files.machine(machine)).machine()));
        }
        printed.add(Tables.config());
        printed.add(Tables.limits());
        printed.add(Tables.settings());
        return printed;
    }
}
