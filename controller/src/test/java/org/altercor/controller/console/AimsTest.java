package org.altercor.controller.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.controller.operator.PumpAct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AimsTest {
    private static final Machine MACHINE =
            ((Checked.Whole) new MachineFiles(LocalDate.of(2026, 11, 23)).machine("adult-bypass")).machine();
    private static final String CRYSTALLOID = "cardioplegia-crystalloid";

    private final Aims aims = new Aims(MACHINE, Catalogue.english());

    @ParameterizedTest(name = "from {0} to {1}: asks {2}")
    @CsvSource({
        "4,     5,      false",
        "4,     3,      false",
        "4,     6,      true",
        "4,     2,      true",
        "1,     2,      false",
        "1,     0.5,    false",
        "1,     0.3333333333, true",
        "0.5,   0.3333333333, false",
        "2,     0.5,    true",
        "4.5,   5,      false",
        "NaN,   4,      true",
    })
    void theNextRatioIsASmallStepAndOneFartherAsks(double now, double wanted, boolean asks) {
        assertThat(aims.isLarge(CRYSTALLOID, new PumpAct.Follow(wanted), new PumpAct.Follow(now)))
                .isEqualTo(asks);
    }

    @Test
    void everyOtherModeAsksAndZeroFlowNever() {
        List<PumpAct> all = List.of(
                new PumpAct.Speed(40),
                new PumpAct.Flow(2_000),
                new PumpAct.Pulsatile(2_000, 60, 50, 50),
                new PumpAct.Follow(4),
                new PumpAct.ZeroFlow());
        for (PumpAct now : all) {
            for (PumpAct wanted : all) {
                boolean asks = !wanted.equals(now) && !(wanted instanceof PumpAct.ZeroFlow);
                assertThat(aims.isLarge("arterial", wanted, now))
                        .as(now + " to " + wanted)
                        .isEqualTo(asks);
            }
        }
    }

    @Test
    void aNumberThatIsNotKnownIsNearToNone() {
        assertThat(aims.isLarge("arterial", new PumpAct.Flow(100), new PumpAct.Flow(Double.NaN)))
                .isTrue();
    }

    @Test
    void aRatioIsSaidInPartsOfTheLeaderToPartsOfItsOwn() {
        assertThat(aims.words(CRYSTALLOID, new PumpAct.Follow(4))).isEqualTo("follow blood 4:1");
        assertThat(aims.words(CRYSTALLOID, new PumpAct.Follow(0.25))).isEqualTo("follow blood 1:4");
        assertThat(aims.words(CRYSTALLOID, new PumpAct.Follow(4.5))).isEqualTo("follow blood 4.50:1");
        assertThat(aims.beside(CRYSTALLOID, new PumpAct.Follow(1))).hasValue("follows blood 1:1");
    }

    @Test
    void aModeIsSaidInTheFieldsWordsWithItsNumbers() {
        assertThat(aims.words("arterial", new PumpAct.Pulsatile(3_000, 72, 40, 30)))
                .isEqualTo("pulsatile 3.00 L/min, 72/min, width 40 %, base 30 %");
        assertThat(aims.words("arterial", new PumpAct.ZeroFlow())).isEqualTo("zero flow");
        assertThat(aims.beside("arterial", new PumpAct.Flow(3_000))).isEmpty();
    }
}
