package org.altercor.hal.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.OptionalDouble;
import org.altercor.config.rig.Unpowered;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;
import org.junit.jupiter.api.Test;

class ClampFaultTest {
    private static final long MS = 1_000_000;

    private final TwinLineClamp clamp = new TwinLineClamp(Duration.ofMillis(250), Unpowered.AS_IS, new TwinSupply());
    private long nowNanos;

    private void run(int milliseconds) {
        for (int i = 0; i < milliseconds; i++) {
            nowNanos += MS;
            clamp.step(nowNanos);
        }
    }

    private Reading position() {
        var reading = new Reading();
        clamp.readClosedPercent(reading);
        return reading;
    }

    private SwitchReading moving() {
        var reading = new SwitchReading();
        clamp.readMoving(reading);
        return reading;
    }

    private void happens(String word) {
        clamp.happen(word, OptionalDouble.empty());
    }

    @Test
    void aStuckClampStaysWhereItIsAndSaysSoUntilItIsMended() {
        clamp.close();
        run(100);
        happens("stuck");
        double stuckAt = clamp.jawPercent();
        run(2_000);
        assertThat(clamp.jawPercent()).isEqualTo(stuckAt).isBetween(20.0, 80.0);
        assertThat(position().value()).isEqualTo(stuckAt);
        assertThat(moving().rawActive()).isFalse();

        happens("none");
        run(250);
        assertThat(clamp.jawPercent()).isEqualTo(100);
    }

    @Test
    void aSlowClampIsShutLateAndASoundOneInTime() {
        clamp.happen("slow", OptionalDouble.of(80));
        clamp.close();
        run(250);
        assertThat(clamp.jawPercent()).isLessThan(50);
        run(1_000);
        assertThat(clamp.jawPercent()).isEqualTo(100);

        happens("none");
        clamp.open();
        run(250);
        assertThat(clamp.jawPercent()).isZero();
    }

    @Test
    void aClampThatLiesReportsWhereItWasSentAndItsJawIsElsewhere() {
        happens("stuck");
        happens("lies");
        clamp.close();
        run(10);
        assertThat(position().value()).isEqualTo(100);
        assertThat(clamp.jawPercent()).isZero();
    }

    @Test
    void anUnpluggedClampSaysSoAndKeepsItsLastPositionAndItsOldTime() {
        run(10);
        long lastSeen = position().sampledAtNanos();
        happens("unplugged");
        clamp.close();
        run(500);
        assertThat(position().quality()).isEqualTo(Quality.DISCONNECTED);
        assertThat(moving().quality()).isEqualTo(Quality.DISCONNECTED);
        assertThat(moving().sampledAtNanos()).isEqualTo(lastSeen);
        assertThat(position().value()).isZero();
        assertThat(position().sampledAtNanos()).isEqualTo(lastSeen);
        assertThat(position().isUsable(nowNanos, 100 * MS)).isFalse();
        assertThat(clamp.jawPercent()).isEqualTo(100);
    }

    @Test
    void aClampThatWasUnpluggedFromTheStartHasNoPosition() {
        happens("unplugged");
        run(10);
        assertThat(position().value()).isNaN();
        assertThat(position().quality()).isEqualTo(Quality.DISCONNECTED);
        happens("none");
        run(1);
        assertThat(position().isUsable(nowNanos, MS)).isTrue();
    }

    @Test
    void aSilentClampOnlyGrowsOld() {
        run(10);
        happens("silent");
        clamp.close();
        run(500);
        assertThat(position().quality()).isEqualTo(Quality.GOOD);
        assertThat(position().isUsable(nowNanos, 100 * MS)).isFalse();
        assertThat(moving().isKnownInactive(nowNanos, 100 * MS)).isFalse();
        assertThat(clamp.jawPercent()).isEqualTo(100);
        happens("none");
        run(1);
        assertThat(position().value()).isEqualTo(100);
    }

    @Test
    void aWordThatIsNoFaultIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> happens("rusty")).hasMessageContaining("stuck").hasMessageContaining("none");
        assertThatThrownBy(() -> happens("slow")).hasMessageContaining("1 to 99 %");
    }
}
