package org.altercor.hal.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.altercor.hal.realtime.RealTimeStatus.Need;
import org.altercor.hal.realtime.RealTimeStatus.Provision;
import org.altercor.hal.time.ParkSleeper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisioningTest {
    @Test
    void aClockThatIsTheKernelsIsProven() {
        PrimitiveIterator.OfLong time = LongStream.iterate(1_000, t -> t + 5).iterator();

        assertThat(Provisioning.tryAbsoluteSleep(time::nextLong, time::nextLong))
                .isEqualTo(new Provision.Obtained(Need.ABSOLUTE_SLEEP));
    }

    @Test
    void aClockWithAnotherOriginIsRefusedOnEitherSide() {
        PrimitiveIterator.OfLong ours = LongStream.iterate(1_000, t -> t + 5).iterator();

        assertThat(Provisioning.tryAbsoluteSleep(ours::nextLong, () -> 99_000_000))
                .isInstanceOfSatisfying(
                        Provision.Missing.class,
                        missing -> assertThat(missing.why()).contains("not CLOCK_MONOTONIC"));
        assertThat(Provisioning.tryAbsoluteSleep(ours::nextLong, () -> 0)).isInstanceOf(Provision.Missing.class);
    }

    @Test
    void aClockThatFitsOnlyAtFirstIsRefused() {
        PrimitiveIterator.OfLong ours = LongStream.iterate(1_000, t -> t + 5).iterator();

        assertThat(Provisioning.tryAbsoluteSleep(ours::nextLong, () -> 1_002)).isInstanceOf(Provision.Missing.class);
    }

    @Test
    void eachWayToFailWithTheCoresHasItsOwnRemedy() {
        assertThat(List.of(
                        Provisioning.sleepyCores(new AccessDeniedException("/dev/cpu_dma_latency")),
                        Provisioning.sleepyCores(new NoSuchFileException("/dev/cpu_dma_latency")),
                        Provisioning.sleepyCores(new IOException("Input/output error"))))
                .allSatisfy(provision -> assertThat(provision).isInstanceOf(Provision.Missing.class))
                .extracting(provision -> ((Provision.Missing) provision).remedy())
                .doesNotHaveDuplicates()
                .anyMatch(remedy -> remedy.contains("udev"));
    }

    @Test
    void theWishForAwakeCoresIsFourZeroBytes(@TempDir Path folder) throws IOException {
        Path device = Files.createFile(folder.resolve("cpu_dma_latency"));
        AwakeCores.hold(device).close();

        assertThat(Files.readAllBytes(device)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void nothingMissingIsRealTimeAndOneThingMissingIsNot() {
        List<Provision> all = Arrays.stream(Need.values())
                .<Provision>map(Provision.Obtained::new)
                .toList();
        assertThat(new RealTimeStatus(all, "kernel").banner()).isEqualTo("REAL-TIME (kernel)");

        for (Need need : Need.values()) {
            List<Provision> one = all.stream()
                    .map(provision ->
                            provision.need() == need ? new Provision.Missing(need, "the reason", "a way") : provision)
                    .toList();
            RealTimeStatus status = new RealTimeStatus(one, "kernel");
            assertThat(status.isRealTime()).isFalse();
            assertThat(status.banner()).isEqualTo("NOT REAL-TIME: no " + need.words() + " (the reason) (kernel)");
            assertThat(status.remedies()).containsExactly(need.words() + ": a way");
        }
    }

    @Test
    void withoutRealTimeThreadsSleepByParkingAndTheBannerSaysWhy() {
        try (RealTime realTime = RealTime.without("nobody asked for it")) {
            assertThat(realTime.newSleeper()).isInstanceOf(ParkSleeper.class);
            assertThat(realTime.status().banner()).startsWith("NOT REAL-TIME: ").contains("nobody asked for it");
        }
    }

    @Test
    void aRealTimeKernelIsKnownByItsVersionOrByItsMark() {
        String ordinary = "Linux version 6.12.25 (builder) #1 SMP PREEMPT_DYNAMIC Debian 6.12.25-1";
        String realTime = "Linux version 6.12.25-rt (builder) #1 SMP PREEMPT_RT Debian 6.12.25-1";

        assertThat(RealTime.isPreemptRt(ordinary, false)).isFalse();
        assertThat(RealTime.isPreemptRt(ordinary, true)).isTrue();
        assertThat(RealTime.isPreemptRt(realTime, false)).isTrue();
        assertThat(RealTime.isPreemptRt("", false)).isFalse(); // who cannot be asked does not count as one
    }

    @Test
    void limitsAreReadFromTheKernelsTable() {
        ProcessLimits limits = ProcessLimits.parse("""
                Limit                     Soft Limit           Hard Limit           Units
                Max locked memory         8388608              unlimited            bytes
                Max realtime priority     0                    90
                """);

        assertThat(limits.realTimePriority()).isEqualTo("0");
        assertThat(limits.lockedMemoryBytes()).isEqualTo("8388608");
        assertThat(ProcessLimits.parse("").realTimePriority()).isEqualTo("unknown");
    }
}
