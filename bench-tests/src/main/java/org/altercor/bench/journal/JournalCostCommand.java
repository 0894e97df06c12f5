package org.altercor.bench.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.altercor.bench.ScratchFolder;
import org.altercor.bench.ShippedMachine;
import org.altercor.bench.timing.Percentiles;
import org.altercor.config.Machine;
import org.altercor.controller.cli.Command;
import org.altercor.controller.cli.Json;
import org.altercor.hal.realtime.RealTime;
import org.altercor.hal.rig.UnboundDriverException;
import picocli.CommandLine;

/// `altercor bench journal-cost`: what keeping a journal costs, on either side.
@CommandLine.Command(
        name = "journal-cost",
        mixinStandardHelpOptions = true,
        description = {
            "What the journal costs the loop (time and memory to leave one cycle), and what it costs behind it: from an "
                    + "act until it is on disk, each sync and write, bytes per hour, hash and checksum.",
            "The disk is that of the temporary folder."
        })
public final class JournalCostCommand implements Command {
    private static final int MEGABYTES = 64;

    @CommandLine.Option(
            names = "--seconds",
            description = "How long a machine runs for it (default: ${DEFAULT-VALUE}).")
    private double seconds = 30;

    @CommandLine.Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    /// Everything.
    ///
    /// @param hashMsPerMegabyte of SHA-256
    /// @param crcMsPerMegabyte  of CRC-32C
    record Report(LoopSideCost loop, DiskSideCost disk, double hashMsPerMegabyte, double crcMsPerMegabyte) {}

    @Override
    public Integer call() throws IOException, InterruptedException, UnboundDriverException {
        Machine machine = ShippedMachine.adult();
        LoopSideCost loop = LoopSideCost.of(machine);
        Report report;
        try (var folder = ScratchFolder.make("altercor-cost");
                RealTime realTime = RealTime.obtain()) {
            DiskSideCost disk = DiskSideCost.of(machine, folder.path().resolve("journal"), realTime, seconds);
            report = new Report(loop, disk, hashMsPerMegabyte(), crcMsPerMegabyte());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(report));
        } else {
            print(report, out);
        }
        out.flush();
        return TRUE;
    }

    private static double hashMsPerMegabyte() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return msPerMegabyte(sha::update);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    private static double crcMsPerMegabyte() {
        var crc = new CRC32C();
        return msPerMegabyte(crc::update);
    }

    private static double msPerMegabyte(java.util.function.Consumer<byte[]> each) {
        var megabyte = new byte[1 << 20];
        long best = Long.MAX_VALUE;
        for (int i = 0; i < MEGABYTES; i++) {
            long startNanos = System.nanoTime();
            each.accept(megabyte);
            best = Math.min(best, System.nanoTime() - startNanos);
        }
        return best / 1e6;
    }

    private static void print(Report report, PrintWriter out) {
        out.println("microseconds                          p50       p99     p99.9       max");
        row(out, "the loop leaves a cycle", report.loop().microseconds());
        row(out, "the loop finds no room", report.loop().fullMicroseconds());
        row(out, "from an act until it is on disk", report.disk().logged());
        row(out, "one sync", report.disk().sync());
        row(out, "one write", report.disk().write());
        out.printf(
                Locale.ROOT,
                "allocated by the loop: %.1f bytes a cycle%n"
                        + "written: %.1f MB an hour; both threads of the journal: %.1f %% of a processor%n"
                        + "SHA-256 %.2f ms, CRC-32C %.2f ms for a megabyte%n",
                report.loop().bytesPerCycle(),
                report.disk().bytesPerHour() / 1e6,
                report.disk().processor() * 100,
                report.hashMsPerMegabyte(),
                report.crcMsPerMegabyte());
    }

    private static void row(PrintWriter out, String what, Percentiles of) {
        out.printf(Locale.ROOT, "%-32s %9.1f %9.1f %9.1f %9.1f%n", what, of.p50(), of.p99(), of.p999(), of.max());
    }
}
