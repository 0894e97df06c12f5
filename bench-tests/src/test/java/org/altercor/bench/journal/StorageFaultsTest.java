package org.altercor.bench.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.altercor.config.Machine;
import org.altercor.config.load.Checked;
import org.altercor.config.load.MachineFiles;
import org.altercor.hal.realtime.RealTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageFaultsTest {
    /// Longer than a disk may hang before that is told.
    private static final double SECONDS = 2.5;

    @Test
    void theDiskBreaksInEveryWayThePumpTurnsOnTheOperatorIsToldAndNothingIsLost(@TempDir Path folder) throws Exception {
        Machine machine =
                ((Checked.Whole) new MachineFiles(LocalDate.of(2026, 11, 23)).machine("adult-bypass")).machine();

        StorageFaultRun.Report report = StorageFaultRun.run(
                machine,
                folder.resolve("journal"),
                RealTime.without("a test"),
                List.of(StorageFault.values()),
                SECONDS);

        report.faults().forEach(System.out::println);
        assertThat(report.faults()).hasSameSizeAs(StorageFault.values()).allSatisfy(outcome -> {
            assertThat(outcome.events()).as(outcome.fault()).isPositive();
            assertThat(outcome.slowestRpm()).as(outcome.fault()).isGreaterThan(55);
        });
        for (StorageFault fault : StorageFault.values()) {
            assertThat(report.faults())
                    .filteredOn(outcome -> outcome.fault().equals(fault.word()))
                    .singleElement()
                    .satisfies(outcome -> assertThat(outcome.seen().isEmpty() && fault.isTold())
                            .as("the operator was not told of: " + fault.word())
                            .isFalse());
        }
        assertThat(report.events()).isGreaterThan(100);
        assertThat(report.eventsLost()).isZero();
        assertThat(report.acknowledgedLost()).isZero();
        assertThat(report.cyclesReplayed()).isGreaterThan(3_000);
        assertThat(report.cyclesLost()).isZero();
        assertThat(report.replayIdentical()).isTrue();
        assertThat(report.journalWhole()).isTrue();
    }
}
