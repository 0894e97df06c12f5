package org.altercor.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.altercor.bench.screen.ScreenAct;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LoadStoryTest {
    private static final int SIX_SECONDS = 30;

    private final LoadStory story = LoadStory.of(
            ((Checked.Whole) new MachineFiles(LocalDate.of(2026, 11, 23)).machine("adult-bypass")).machine());

    private static JsonNode picture(String mode, boolean mayStart, double rpm) {
        String strip = "{\"name\":\"%s\",\"mode\":\"" + mode + "\",\"mayStart\":" + mayStart + ",\"speedRpm\":{\"now\":"
                + rpm + "}}";
        return JsonMapper.shared()
                .readTree("{\"pumps\":[" + strip.replace("%s", "arterial") + "," + strip.replace("%s", "sucker-1") + ","
                        + strip.replace("%s", "vent") + "],\"alarms\":[{\"code\":\"a\",\"state\":\"active\"},"
                        + "{\"code\":\"b\",\"state\":\"latched\"}]}");
    }

    private List<ScreenAct> sixSeconds(JsonNode picture) {
        List<ScreenAct> acts = new ArrayList<>();
        for (int i = 0; i < SIX_SECONDS; i++) {
            acts.add(story.next(picture));
        }
        return acts;
    }

    @Test
    void whatStandsAndMayStartIsStarted() {
        assertThat(story.next(picture("stopped", true, 0))).isEqualTo(ScreenAct.startFlow("arterial", 3_600));
        assertThat(story.next(picture("stopped", true, 0))).isEqualTo(ScreenAct.startFlow("sucker-1", 400));
        assertThat(story.next(picture("stopped", true, 0))).isEqualTo(ScreenAct.startFlow("vent", 300));
    }

    @Test
    void whatMayNotStartIsResetFirst() {
        assertThat(story.next(picture("stopped", false, 0))).isEqualTo(ScreenAct.reset());
    }

    @Test
    void whileEverythingTurnsFlowsAreChangedAnAlarmIsRaisedAndClearedAndSomeOfItIsUnreasonable() {
        List<ScreenAct> acts = sixSeconds(picture("flow", true, 80));
        assertThat(acts)
                .containsOnlyOnce(ScreenAct.outside("air-arterial.stuck-dry", 0))
                .containsOnlyOnce(ScreenAct.outside("air-arterial.none", 0))
                .contains(
                        ScreenAct.changeFlow("arterial", 50_000),
                        ScreenAct.changeFlow("arterial", 3_600 * 1.05),
                        ScreenAct.changeFlow("vent", 300))
                .doesNotContain(ScreenAct.reset());
        assertThat(acts.indexOf(ScreenAct.outside("air-arterial.stuck-dry", 0)))
                .isLessThan(acts.indexOf(ScreenAct.outside("air-arterial.none", 0)));
    }

    @Test
    void aPictureSaysHowManyPumpsTurnAndWhatIsActive() {
        assertThat(LoadStory.turning(picture("flow", true, 80))).isEqualTo(3);
        assertThat(LoadStory.turning(picture("flow", true, 0))).isZero();
        assertThat(LoadStory.active(picture("flow", true, 80))).containsExactly("a");
    }

    @Test
    void aLoadWithoutAScreenOrWithoutSomebodyWhoActsIsNotWhole() {
        assertThat(figures(3, "").wasWhole()).isTrue();
        assertThat(figures(2, "").wasWhole()).isFalse();
        assertThat(figures(3, "the console is gone").wasWhole()).isFalse();
    }

    private static LoadFigures figures(int screens, String trouble) {
        return new LoadFigures("a test's", 1, 1, 1, screens, List.of(1L, 1L, 1L), 1, 0, 1, 1, 1, 1, trouble);
    }
}
