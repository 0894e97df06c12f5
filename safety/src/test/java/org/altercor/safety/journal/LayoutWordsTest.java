package org.altercor.safety.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.altercor.safety.frame.FrameLayout;
import org.altercor.safety.frame.Loop;
import org.junit.jupiter.api.Test;

class LayoutWordsTest {
    private static LayoutWords layout(String second) {
        return new LayoutWords(
                Loop.CONTROL,
                new FrameLayout(List.of(
                        new FrameLayout.Field("nowNanos", FrameLayout.Type.INT64, 0),
                        new FrameLayout.Field("pump[0]." + second, FrameLayout.Type.FLOAT64, 8))),
                new FrameLayout(List.of(new FrameLayout.Field("mode", FrameLayout.Type.INT8, 0))),
                new FrameLayout(List.of(
                        new FrameLayout.Field("isHeld", FrameLayout.Type.FLAG, 0),
                        new FrameLayout.Field("count", FrameLayout.Type.INT32, 1))));
    }

    @Test
    void saysWhatStandsWhereInALineForEachField() {
        assertThat(layout("rpm").text()).isEqualTo("""
                altercor-layout/1 control
                inputs 0 int64 nowNanos
                inputs 8 float64 pump[0].rpm
                outputs 0 int8 mode
                state 0 flag isHeld
                state 1 int32 count
                """);
    }

    @Test
    void isReadAgainAsItWas() {
        assertThat(LayoutWords.read(layout("rpm").text())).isEqualTo(layout("rpm"));
        assertThat(layout("rpm").difference(layout("rpm"))).isEmpty();
    }

    @Test
    void namesTheFirstFieldThatAnotherVersionHasOtherwise() {
        assertThat(layout("rpm").difference(layout("speedRpm")))
                .isEqualTo("recorded 'inputs 8 float64 pump[0].rpm' where this program has "
                        + "'inputs 8 float64 pump[0].speedRpm'");
    }

    @Test
    void wordsThatAreNoLayoutAreRefused() {
        assertThatThrownBy(() -> LayoutWords.read("altercor-layout/2 control\n"))
                .hasMessageContaining("no layout of a form that this version knows");
        assertThatThrownBy(() -> LayoutWords.read("altercor-layout/1 control\nsomething else\n"))
                .hasMessageContaining("no field of a layout: something else");
        assertThatThrownBy(() -> LayoutWords.read("altercor-layout/1 other\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
