package org.altercor.hal.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.hal.port.DriveStatus;
import org.junit.jupiter.api.Test;

class DriveStatusCellTest {
    private final DriveStatusCell cell = new DriveStatusCell();

    @Test
    void beforeAnythingWasPublishedADriveIsNeitherLinkedNorLeased() {
        DriveStatus into = new DriveStatus();
        into.framesGood = 7;
        into.joined = true;
        into.lease = DriveStatus.Lease.VALID;
        assertThat(cell.copyTo(into)).isFalse();
        assertThat(into.isLinked(0, Long.MAX_VALUE)).isFalse();
        assertThat(into.joined).isFalse();
        assertThat(into.lease).isEqualTo(DriveStatus.Lease.NONE);
    }

    @Test
    void aReaderNeverSeesHalfOfAStatus() throws InterruptedException {
        Thread writer = Thread.ofPlatform().start(() -> {
            DriveStatus mine = new DriveStatus();
            for (int i = 1; i <= 200_000; i++) {
                mine.framesGood = i;
                mine.timeouts = i;
                mine.commandedRpm = i;
                mine.connections = i;
                cell.publish(mine);
            }
        });
        DriveStatus into = new DriveStatus();
        while (writer.isAlive()) {
            if (cell.copyTo(into)) {
                assertThat(into.timeouts).isEqualTo(into.framesGood);
                assertThat(into.commandedRpm).isEqualTo((double) into.framesGood);
                assertThat(into.connections).isEqualTo(into.framesGood);
            }
        }
        writer.join();
        assertThat(cell.copyTo(into)).isTrue();
        assertThat(into.framesGood).isEqualTo(200_000);
    }
}
