package org.altercor.config.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.altercor.config.Direction;
import org.altercor.config.PumpRole;
import org.junit.jupiter.api.Test;

class BusBudgetTest {
    private static final Bus FAST = bus(115_200);
    private static final Bus SLOW = bus(9_600);
    private static final Map<String, PumpRole> ROLES = Map.of(
            "arterial",
            PumpRole.ARTERIAL,
            "vent",
            PumpRole.VENT,
            "sucker-1",
            PumpRole.SUCTION,
            "sucker-2",
            PumpRole.SUCTION);

    @Test
    void aStopWaitsForATransactionThatHasJustBegunAndIsAnsweredAtTheLastMoment() {
        BusBudget budget = of(FAST, drive("arterial", 4, WriteFunction.SINGLE));

        // 11 bits a character at 115,200 Bd: 95,487 ns, rounded up. Request 8, time-out 4 ms, answer 8 (write) or 7
        // (read), 2 ms to notice, 1.75 ms of silence, 2 ms to take the line, stop frame 8.
        long expected = 8 * 95_487L + 4_000_000 + 8 * 95_487L + 2_000_000 + 1_750_000 + 2_000_000 + 8 * 95_487L;
        assertThat(budget.worstStop()).isEqualTo(Duration.ofNanos(expected));
        assertThat(budget.isStopInTime()).isTrue();
    }

    @Test
    void aSlowBusBreaksTheBudgetOfAnArterialDriveAndMeetsThatOfAVent() {
        BusBudget arterial = of(SLOW, drive("arterial", 8, WriteFunction.SINGLE));
        BusBudget vent = of(SLOW, drive("vent", 8, WriteFunction.SINGLE));

        assertThat(arterial.worstStop()).isEqualTo(vent.worstStop());
        assertThat(arterial.isStopInTime()).isFalse();
        assertThat(vent.isStopInTime()).isTrue();
    }

    @Test
    void aLongerTimeOutDelaysTheStopByAsMuch() {
        Duration quick = of(FAST, drive("arterial", 8, WriteFunction.SINGLE)).worstStop();
        Duration late = of(FAST, drive("arterial", 20, WriteFunction.SINGLE)).worstStop();

        assertThat(late.minus(quick)).isEqualTo(Duration.ofMillis(12));
    }

    @Test
    void functionSixteenMakesStopFramesThreeBytesLonger() {
        assertThat(ModbusTiming.writeBytes(WriteFunction.SINGLE)).isEqualTo(8);
        assertThat(ModbusTiming.writeBytes(WriteFunction.MULTIPLE)).isEqualTo(11);
        assertThat(of(FAST, drive("arterial", 8, WriteFunction.MULTIPLE)).worstStop())
                .isEqualTo(of(FAST, drive("arterial", 8, WriteFunction.SINGLE))
                        .worstStop()
                        .plusNanos(6 * 95_487L));
    }

    @Test
    void atNineteenTwoHundredBaudAndBelowTheSilenceIsThreeAndAHalfCharacters() {
        BusBudget budget = of(bus(19_200), drive("vent", 8, WriteFunction.SINGLE));

        long character = 572_917;
        assertThat(budget.worstStop())
                .isEqualTo(Duration.ofNanos(24 * character + 8_000_000 + 4_000_000 + Math.ceilDiv(7 * character, 2)));
    }

    @Test
    void everyDriveAndSensorOnTheBusMakesSpeedsOlder() {
        Duration one = of(SLOW, drive("sucker-1", 20, WriteFunction.SINGLE)).worstAge();
        Duration two = of(
                        SLOW, drive("sucker-1", 20, WriteFunction.SINGLE), drive("sucker-2", 20, WriteFunction.SINGLE))
                .worstAge();
        BusBudget four = of(
                SLOW,
                drive("sucker-1", 40, WriteFunction.SINGLE),
                drive("sucker-2", 40, WriteFunction.SINGLE),
                drive("vent", 40, WriteFunction.SINGLE));

        assertThat(two).isEqualTo(one.multipliedBy(2));
        assertThat(four.isSpeedFresh()).isFalse();
    }

    @Test
    void theStrictestRoleOnABusDecides() {
        BusBudget budget = of(FAST, drive("vent", 8, WriteFunction.SINGLE), drive("arterial", 8, WriteFunction.SINGLE));

        assertThat(budget.stopBudget()).isEqualTo(BusBudget.QUICK_STOP);
        assertThat(budget.ageBudget()).isEqualTo(BusBudget.QUICK_AGE);
    }

    @Test
    void aBusWithoutDrivesPromisesNothingAndBreaksNothing() {
        BusBudget budget = of(FAST);

        assertThat(budget.drives()).isEmpty();
        assertThat(budget.isStopInTime()).isTrue();
    }

    @Test
    void drivesThatAreStoppedAtOnceWaitForOneAnother() {
        Duration one = of(FAST, drive("vent", 8, WriteFunction.SINGLE)).worstStop();
        Duration two = of(FAST, drive("vent", 8, WriteFunction.SINGLE), drive("sucker-1", 8, WriteFunction.SINGLE))
                .worstStop();

        // the other's stop: request 8, time-out 8 ms, answer 8, 2 ms to notice, 1.75 ms of silence, 2 ms to take the
        // line
        assertThat(two.minus(one)).isEqualTo(Duration.ofNanos(16 * 95_487L + 8_000_000 + 5_750_000));
    }

    @Test
    void everyRegisterADriveReportsMakesItsSpeedOlder() {
        Duration bare = of(FAST, drive("vent", map(8, Optional.empty(), Optional.empty())))
                .worstAge();
        Duration full = of(FAST, drive("vent", map(8, Optional.of(input(0x2001)), Optional.of(input(0x2002)))))
                .worstAge();

        assertThat(full.minus(bare)).isEqualTo(Duration.ofNanos(2 * (15 * 95_487L + 8_000_000 + 5_750_000)));
    }

    private static BusBudget of(Bus bus, Drive... drives) {
        Rig rig = new Rig(
                "r",
                "r",
                Optional.empty(),
                Optional.empty(),
                List.of(bus),
                List.of(drives),
                List.of(),
                List.of(),
                List.of());
        return BusBudget.of(bus, rig, ROLES::get);
    }

    private static Bus bus(int baud) {
        return new Bus("b", new SerialSettings("/dev/ttyUSB0", baud, 8, Parity.EVEN, 1, false));
    }

    private static Drive drive(String pump, int timeoutMillis, WriteFunction write) {
        return drive(pump, map(timeoutMillis, write, Optional.empty(), Optional.empty()));
    }

    private static Drive drive(String pump, ModbusDriveMap map) {
        return new Drive(pump, new Drive.Driver.Modbus("b", map, Direction.CLOCKWISE), new Silence.Nothing());
    }

    private static ModbusDriveMap map(
            int timeoutMillis, Optional<RegisterField> current, Optional<RegisterField> fault) {
        return map(timeoutMillis, WriteFunction.SINGLE, current, fault);
    }

    private static ModbusDriveMap map(
            int timeoutMillis, WriteFunction write, Optional<RegisterField> current, Optional<RegisterField> fault) {
        return new ModbusDriveMap(
                1,
                Duration.ofMillis(timeoutMillis),
                write,
                new RegisterField(0x1001, RegisterField.Table.HOLDING, true, 0.1),
                input(0x2000),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                current,
                fault,
                Optional.empty(),
                Optional.empty());
    }

    private static RegisterField input(int address) {
        return new RegisterField(address, RegisterField.Table.INPUT, true, 0.1);
    }
}
