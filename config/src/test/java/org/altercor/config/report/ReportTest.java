package org.altercor.config.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.altercor.config.LossPolicy;
import org.altercor.config.Machine;
import org.altercor.config.Pump;
import org.altercor.config.PumpRole;
import org.altercor.config.SpeedLimit;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.config.schema.FileKind;
import org.altercor.config.schema.HardLimit;
import org.altercor.config.schema.Key;
import org.altercor.config.schema.OperatorSetting;
import org.altercor.config.schema.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Path SOUND = Path.of("src/test/resources/sound");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path folder;

    @Test
    void aBenchWithoutProtectionSaysThatNobodyWatchesAndWhoSignedForIt() {
        String report = CheckReport.of(whole("serial-bench", TODAY));

        assertThat(report)
                .contains("**BENCH: real pump")
                .contains("| NOBODY | NOBODY | NOBODY")
                .contains("Waived by Altercor project on 2026-11-01")
                .contains("handbook: NOT CALIBRATED")
                .contains("| met ");
    }

    @Test
    void aGuardedMachineNamesItsGuardsAndOnlyThose() {
        String report = CheckReport.of(whole("src/test/resources/sound/machine.toml", TODAY));

        assertThat(report)
                .containsPattern("\\| bubble-relay +\\| bubble-relay +\\| pressure-switch +\\| NOBODY ")
                .contains("nobody; it stops")
                .contains("proved by K. Example on 2026-10-02")
                .contains("bus others, slave 9")
                .doesNotContain("Waived");
    }

    @Test
    void aRollerIsAsFastAsTheLowerOfItsOwnSpeedAndTheFlowOfItsRoleAndTheReportSaysWhich() {
        Machine machine = whole("adult-bypass", TODAY);
        assertThat(CheckReport.of(machine))
                .containsPattern("\\| arterial +\\| clockwise +\\| - +\\| 155\\.5 rpm"
                        + " +\\| highest flow of arterial in profile adult-bypass; the machine allows 180 rpm"
                        + " +\\| 7000 mL/min");

        Pump dose = machine.pump("cardioplegia-crystalloid").orElseThrow();
        assertThat(dose.speedLimit(machine.profile()).reason()).isEqualTo(SpeedLimit.Reason.MACHINE);
        assertThat(dose.speedLimit(machine.profile()).speedRpm()).isEqualTo(dose.maxSpeedRpm());
    }

    @Test
    void theFlowOfACentrifugalHeadIsSaidNotToBeLimitedAndUpToWhichFlowItsAirSensorHelps() {
        String report = CheckReport.of(whole("adult-bypass-centrifugal", TODAY));
        assertThat(report)
                .containsPattern("\\| arterial +\\| clockwise .*4000 rpm +\\| its highest speed +\\| NOT LIMITED")
                .containsPattern("- arterial: only the speed of its centrifugal head is limited, not its flow;"
                        + " above \\d+\\.\\d L/min the stop comes too late for air that air-arterial sees");
        assertThat(CheckReport.of(whole("adult-bypass", TODAY)))
                .doesNotContain("NOT LIMITED")
                .doesNotContain("comes too late");
    }

    @Test
    void aDriveWhosePositiveTurnsThePumpBackwardsIsSaidToBeToldTheOpposite() throws IOException {
        String sound = Files.readString(SOUND.resolve("machine.toml"))
                .replace("calibration = \"", "calibration = \"" + SOUND.toAbsolutePath() + "/")
                .replace("rig.toml", SOUND.toAbsolutePath() + "/rig.toml");
        Path file = folder.resolve("machine.toml");
        Files.writeString(file, sound.replaceFirst("direction = \"clockwise\"", "direction = \"counter-clockwise\""));

        assertThat(CheckReport.of(whole(file.toString(), TODAY)))
                .containsPattern("\\| arterial \\| counter-clockwise +\\| clockwise; told the opposite ")
                .containsPattern("\\| vent +\\| clockwise +\\| clockwise +\\|");
    }

    @Test
    void aTwinEndsWithTheProgramAndRunPowerWithItsPulses() {
        String report = CheckReport.of(whole("adult-bypass-centrifugal", TODAY));

        assertThat(report).contains("gone with it").contains("run power ceases at once");
    }

    @Test
    void aRoleThatStopsWithoutItsSupervisorSaysWhenAndTheOthersThatTheyRunOn() {
        Machine machine = whole("adult-bypass", TODAY);
        String report = CheckReport.of(machine);
        String watched = report.substring(report.indexOf("## Who watches"), report.indexOf("## Sensors"));

        for (Pump pump : machine.pumps()) {
            String said = switch (pump.onLoss(machine.profile())) {
                case LossPolicy.Stop(var finish) -> "finishes within %d s, then stops".formatted(finish.toSeconds());
                case LossPolicy.Hold _, LossPolicy.HoldThenStop _ -> "runs on; no start, no increase";
            };
            assertThat(watched).containsPattern("(?m)^\\| " + pump.name() + " .* " + said);
        }
        assertThat(machine.pumps()).extracting(Pump::role).contains(PumpRole.ARTERIAL, PumpRole.CARDIOPLEGIA);
    }

    @Test
    void aCalibrationThatIsDueIsWorthKnowingAndAFreshOneIsNot() {
        String file = "src/test/resources/sound/machine.toml";

        assertThat(CheckReport.of(whole(file, LocalDate.of(2027, 9, 15))))
                .contains("expires on 2027-10-01; plan to repeat it");
        assertThat(CheckReport.of(whole(file, TODAY))).doesNotContain("plan to repeat it");
    }

    @Test
    void anExpiredCalibrationStopsTheMachine() {
        Checked checked = new MachineFiles(LocalDate.of(2027, 10, 1)).machine("src/test/resources/sound/machine.toml");

        assertThat(checked)
                .isInstanceOfSatisfying(
                        Checked.Refused.class,
                        refused -> assertThat(refused.render()).contains("it has expired"));
    }

    @Test
    void theTableOfKeysNamesEveryKeyOfEveryFile() {
        String table = Tables.config();
        for (FileKind kind : FileKind.values()) {
            for (Section section : kind.sections()) {
                assertThat(table).contains("### " + section.heading());
                for (Key<?> key : section.keys()) {
                    assertThat(table).contains("| `" + key.name() + "` ").contains(key.meaning());
                }
            }
        }
    }

    @Test
    void theTablesOfLimitsAndSettingsNameEachOnce() {
        assertThat(Tables.limits().lines().count()).isEqualTo(HardLimit.values().length + 2L);
        assertThat(Tables.settings().lines().count()).isEqualTo(OperatorSetting.values().length + 2L);
    }

    private static Machine whole(String file, LocalDate today) {
        return switch (new MachineFiles(today).machine(file)) {
            case Checked.Whole(var machine) -> machine;
            case Checked.Refused refused -> throw new AssertionError(refused.render());
            case Checked.Part part -> throw new AssertionError(part);
        };
    }
}
