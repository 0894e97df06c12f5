package org.altercor.controller.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.altercor.controller.operator.PumpAct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a message says, and what is none.
class ActMessageTest {
    private static ActMessage change(String aim) throws ActMessage.MalformedException {
        return ActMessage.of("""
                {"token":"x","frame":12,"touchAgeMs":3,"act":"change","pump":"arterial","confirmed":false,%s}
                """.replace("%s", aim.replace('\'', '"')));
    }

    private static PumpAct aim(String aim) throws ActMessage.MalformedException {
        return ((ConsoleAct.Change) change(aim).act()).aim();
    }

    @Test
    void everyModeIsReadWithItsOwnNumbers() throws ActMessage.MalformedException {
        assertThat(aim("'mode':'speed','speedRpm':62")).isEqualTo(new PumpAct.Speed(62));
        assertThat(aim("'mode':'flow','flowMlPerMin':4500")).isEqualTo(new PumpAct.Flow(4_500));
        assertThat(aim("'mode':'pulsatile','flowMlPerMin':4000,'ratePerMin':60,'widthPercent':50,'basePercent':30"))
                .isEqualTo(new PumpAct.Pulsatile(4_000, 60, 50, 30));
        assertThat(aim("'mode':'follower','ratio':4")).isEqualTo(new PumpAct.Follow(4));
        assertThat(aim("'mode':'zero-flow'")).isEqualTo(new PumpAct.ZeroFlow());
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'speedRpm':62                                                         | mode must be a text",
                "'mode':7                                                              | mode must be a text",
                "'mode':'stopped'                                                      | there is no such mode",
                "'mode':'backwards','speedRpm':62                                      | there is no such mode",
                "'mode':'speed'                                                        | speedRpm must be a number",
                "'mode':'speed','value':62                                             | speedRpm must be a number",
                "'mode':'speed','speedRpm':0                                           | speedRpm must be more than 0",
                "'mode':'flow','flowMlPerMin':'4'                                      | flowMlPerMin must be a number",
                "'mode':'flow','flowMlPerMin':-1                                       | flowMlPerMin must be more than 0",
                "'mode':'flow','flowMlPerMin':1e999                                    | flowMlPerMin must be a number",
                "'mode':'pulsatile','ratePerMin':60,'widthPercent':50,'basePercent':30 | flowMlPerMin must be a number",
                "'mode':'pulsatile','flowMlPerMin':0,'ratePerMin':60,'widthPercent':50,'basePercent':30"
                        + " | flowMlPerMin must be more than 0",
                "'mode':'pulsatile','flowMlPerMin':9,'widthPercent':50,'basePercent':30 | ratePerMin must be a number",
                "'mode':'pulsatile','flowMlPerMin':9,'ratePerMin':60,'basePercent':30  | widthPercent must be a number",
                "'mode':'pulsatile','flowMlPerMin':9,'ratePerMin':60,'widthPercent':50 | basePercent must be a number",
                "'mode':'pulsatile','flowMlPerMin':9,'ratePerMin':60,'widthPercent':50,'basePercent':null"
                        + " | basePercent must be a number",
                "'mode':'follower'                                                     | ratio must be a number",
                "'mode':'follower','ratio':0                                           | ratio must be more than 0",
                "'mode':'zero-flow','since':'then'                                     | since must be a number",
            })
    void whatIsNoAimSaysWhichFieldIsWrong(String aim, String why) {
        assertThatThrownBy(() -> change(aim))
                .isInstanceOf(ActMessage.MalformedException.class)
                .hasMessage(why);
    }

    @Test
    void anActOfOneTouchBeganWithThePictureThatWasTouched() throws ActMessage.MalformedException {
        assertThat(change("'mode':'zero-flow'").since()).isEqualTo(12);
        assertThat(change("'mode':'zero-flow','since':7").since()).isEqualTo(7);
    }
}
