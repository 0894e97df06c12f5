package org.altercor.hal.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.altercor.config.rig.Unpowered;
import org.altercor.hal.port.AlarmSignal;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.RunPulses;
import org.altercor.hal.port.SwitchReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class TwinOutputsTest {
    private static final long MS = 1_000_000;

    private final TwinSupply supply = new TwinSupply();
    private final Reading reading = new Reading();
    private long nowNanos = 1_000 * MS;

    private void run(int milliseconds, TwinOutput... outputs) {
        for (int i = 0; i < milliseconds; i++) {
            nowNanos += MS;
            for (TwinOutput output : outputs) {
                output.step(nowNanos);
            }
        }
    }

    private boolean isActive(Consumer<SwitchReading> port) {
        var contact = new SwitchReading();
        port.accept(contact);
        assertThat(contact.isUsable(nowNanos, 0)).as("a fresh look").isTrue();
        return contact.rawActive();
    }

    private double closedPercent(TwinLineClamp clamp) {
        clamp.readClosedPercent(reading);
        assertThat(reading.isUsable(nowNanos, 0)).as("a fresh position").isTrue();
        return reading.value();
    }

    private TwinLineClamp clamp(Unpowered unpowered) {
        var clamp = new TwinLineClamp(Duration.ofMillis(250), unpowered, supply);
        run(1, clamp);
        return clamp;
    }

    @Test
    void aClampTravelsAndIsShutWithinTheTimeOfItsRigAndNotAtOnce() {
        TwinLineClamp clamp = clamp(Unpowered.AS_IS);
        clamp.close();
        run(100, clamp);
        assertThat(closedPercent(clamp)).isBetween(30.0, 70.0);
        assertThat(isActive(clamp::readMoving)).isTrue();
        run(150, clamp);
        assertThat(closedPercent(clamp)).isEqualTo(100);
        assertThat(isActive(clamp::readMoving)).isFalse();

        clamp.open();
        run(250, clamp);
        assertThat(closedPercent(clamp)).isZero();
    }

    @Test
    void aClampThatNobodySentAnywhereStaysWhereItIsFound() {
        TwinLineClamp clamp = clamp(Unpowered.AS_IS);
        run(1_000, clamp);
        assertThat(closedPercent(clamp)).isZero();
        assertThat(isActive(clamp::readMoving)).isFalse();
    }

    @Test
    void aClampThatIsCalledBackHalfWayTurnsRound() {
        TwinLineClamp clamp = clamp(Unpowered.AS_IS);
        clamp.close();
        run(100, clamp);
        double halfWay = closedPercent(clamp);
        clamp.open();
        run(1, clamp);
        assertThat(closedPercent(clamp)).isLessThan(halfWay);
        run(250, clamp);
        assertThat(closedPercent(clamp)).isZero();
    }

    @ParameterizedTest(name = "{0} from shut")
    @CsvSource({"OPEN, 0", "CLOSED, 100", "AS_IS, 100"})
    void aClampThatLosesItsPowerWhileShutDoesWhatItsRigDeclares(Unpowered unpowered, double laterPercent) {
        TwinLineClamp clamp = clamp(unpowered);
        clamp.close();
        run(250, clamp);
        assertThat(closedPercent(clamp)).isEqualTo(100);
        supply.cut();
        run(250, clamp);
        assertThat(closedPercent(clamp)).isEqualTo(laterPercent);
    }

    @ParameterizedTest(name = "{0} from open")
    @CsvSource({"OPEN, 0", "CLOSED, 100", "AS_IS, 0"})
    void aClampThatLosesItsPowerWhileOpenDoesWhatItsRigDeclares(Unpowered unpowered, double laterPercent) {
        TwinLineClamp clamp = clamp(unpowered);
        clamp.open();
        run(250, clamp);
        assertThat(closedPercent(clamp)).isZero();
        supply.cut();
        run(250, clamp);
        assertThat(closedPercent(clamp)).isEqualTo(laterPercent);
    }

    @Test
    void aClampWithoutPowerObeysNobodyAndWithPowerGoesWhereItWasSentLast() {
        TwinLineClamp clamp = clamp(Unpowered.AS_IS);
        supply.cut();
        clamp.close();
        run(500, clamp);
        assertThat(closedPercent(clamp)).isZero();
        supply.restore();
        run(250, clamp);
        assertThat(closedPercent(clamp)).isCloseTo(100, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"OPEN", "CLOSED", "AS_IS"})
    void aStateThatIsNoPositionOfAClampIsRefused(Unpowered unpowered) {
        assertThatThrownBy(() -> new TwinLineClamp(Duration.ofMillis(250), unpowered, supply))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(unpowered.word());
    }

    @Test
    void anStoThatIsTrippedCutsUntilItIsRestoredAndReadsBackBoth() {
        var sto = new TwinSafeTorqueOff(supply);
        run(1, sto);
        assertThat(sto.isOn()).isTrue();
        assertThat(isActive(sto::readTripped)).isFalse();
        sto.trip();
        run(1, sto);
        assertThat(sto.isOn()).isFalse();
        assertThat(isActive(sto::readTripped)).isTrue();
        sto.restore();
        run(1, sto);
        assertThat(sto.isOn()).isTrue();
        assertThat(isActive(sto::readTripped)).isFalse();
    }

    @Test
    void anStoWithoutASupplyCannotTripBecauseItIsEnergisedToTrip() {
        var sto = new TwinSafeTorqueOff(supply);
        supply.cut();
        sto.trip();
        run(10, sto);
        assertThat(sto.isOn()).isTrue();
        assertThat(isActive(sto::readTripped)).as("and says so").isFalse();
    }

    @Test
    void runPowerLastsOneTimeOutFromThePulseAndNotLonger() {
        var power = new TwinRunPower(supply);
        run(1, power);
        assertThat(power.isOn()).as("before the first pulse").isFalse();
        power.pulse();
        int timeOut = (int) (RunPulses.TIMEOUT_NANOS / MS);
        run(1 + timeOut, power);
        assertThat(isActive(power::readPowered)).isTrue();
        run(1, power);
        assertThat(isActive(power::readPowered)).isFalse();
        power.pulse();
        run(1, power);
        assertThat(isActive(power::readPowered)).isTrue();
        supply.cut();
        run(1, power);
        assertThat(isActive(power::readPowered)).isFalse();
    }

    @Test
    void aBuzzerThatNobodyKeepsQuietSoundsAndOneThatIsKeptQuietDoesNot() {
        var buzzer = new TwinAnnunciator(true, List.of(), supply);
        run(1, buzzer);
        assertThat(isActive(buzzer::readHeard)).as("nobody has spoken yet").isTrue();
        for (int i = 0; i < 100; i++) {
            buzzer.sound(AlarmSignal.SILENT);
            run(5, buzzer);
            assertThat(isActive(buzzer::readHeard)).isFalse();
        }
        run(200, buzzer);
        assertThat(isActive(buzzer::readHeard))
                .as("whoever kept it quiet is dead")
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aBuzzerSoundsAndALampIsLitForEveryPriorityButSilence(AlarmSignal signal) {
        var annunciator = new TwinAnnunciator(true, List.of(), supply);
        annunciator.sound(signal);
        annunciator.light(signal);
        run(1, annunciator);
        assertThat(isActive(annunciator::readHeard)).isEqualTo(signal != AlarmSignal.SILENT);
        assertThat(isActive(annunciator::readLit)).isEqualTo(signal != AlarmSignal.SILENT);
    }

    @Test
    void withoutRunPowerTheBuzzerSoundsThoughTheSupervisorKeepsItQuiet() {
        var power = new TwinRunPower(supply);
        var buzzer = new TwinAnnunciator(true, List.of(power), supply);
        buzzer.sound(AlarmSignal.SILENT);
        power.pulse();
        run(1, power, buzzer);
        assertThat(isActive(buzzer::readHeard)).isFalse();
        for (int i = 0; i < 110; i++) {
            buzzer.sound(AlarmSignal.SILENT);
            run(1, power, buzzer);
        }
        assertThat(isActive(buzzer::readHeard)).isTrue();
    }

    @Test
    void withoutASupplyTheBuzzerSoundsAndTheLampIsDark() {
        var annunciator = new TwinAnnunciator(true, List.of(), supply);
        annunciator.sound(AlarmSignal.SILENT);
        annunciator.light(AlarmSignal.HIGH);
        run(1, annunciator);
        assertThat(isActive(annunciator::readHeard)).isFalse();
        assertThat(isActive(annunciator::readLit)).isTrue();
        supply.cut();
        run(1, annunciator);
        assertThat(isActive(annunciator::readHeard)).isTrue();
        assertThat(isActive(annunciator::readLit)).isFalse();
    }

    @Test
    void aRigWithoutALampNeverReadsOneAsDarkOrLit() {
        var annunciator = new TwinAnnunciator(false, List.of(), supply);
        annunciator.light(AlarmSignal.HIGH);
        run(1, annunciator);
        var lit = new SwitchReading();
        annunciator.readLit(lit);
        assertThat(lit.quality()).isEqualTo(Quality.MISSING);
    }
}
