package org.altercor.hal.emtec;

import java.time.Duration;
import org.altercor.config.rig.SensorWiring;
import org.altercor.hal.cell.ReadingCell;
import org.altercor.hal.emtec.BioProTTParser.Flow;
import org.altercor.hal.line.ByteLine;
import org.altercor.hal.line.LineOpener;
import org.altercor.hal.line.Link;
import org.altercor.hal.port.FlowSensor;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.time.CyclicTask;

/// An em-tec BioProTT clamp-on flow meter: the bus task of its line, and the flow sensor behind it.
///
/// Only the mean over 0.1 s is used: the slower means must never feed a safety decision. Nothing is ever sent: the
/// meter talks by itself, and letters it does not know can hang it until it is power-cycled. Source: [P50];
/// the meaning of the status bits is derived from its example lines [D].
///
/// | line | quality |
/// |---|---|
/// | error byte not 00 | `DEVICE_FAULT` |
/// | status 0x80, no sensor | `DISCONNECTED` |
/// | flow field over- or underflown | `OUT_OF_RANGE` |
/// | status 0x20, or coupling below 50 % | `POOR_SIGNAL` |
/// | flow field blank | `MISSING` |
/// | else | `GOOD` |
/// | newest value as old as its wiring calls lost, or no port | `DISCONNECTED`, with the last value and its old time |
///
/// A value is taken to be as old as it may be: one that looked younger would be believed for too long.
///
/// Owner: the bus thread that runs it. Allocates only while the line is being opened.
public final class BioProTTMeter implements CyclicTask, FlowSensor, AutoCloseable {
    /// Which way the arrow on the clamp points.
    public enum Mounting {
        /// Towards the patient.
        FORWARD,
        /// Away from the patient.
        REVERSED
    }

    /// Age of a measurement when its line arrives, at most; see [SensorWiring.Driver.BioProTT#LONGEST_LATENCY].
    public static final Duration LONGEST_LATENCY = SensorWiring.Driver.BioProTT.LONGEST_LATENCY;

    /// A pause within a line after which the rest of it is lost. Our own judgement: a line takes 12 ms on the wire and
    /// an adapter may keep it for 16 ms more; what comes half a period later may belong to the next one.
    private static final long LONGEST_PAUSE_NANOS = 50_000_000;

    /// Air in the beam lets the coupling collapse and the flow is garbage: our own judgement of where.
    private static final int POOR_COUPLING_PERCENT = 50;

    private static final int STATUS_POOR_COUPLING = 0x20;
    private static final int STATUS_NO_SENSOR = 0x80;

    private final Link link;
    private final double sign;
    private final long latencyNanos;
    private final long lostAfterNanos;
    private final BioProTTParser parser = new BioProTTParser();
    private final ReadingCell cell = new ReadingCell();
    private final byte[] arrived = new byte[ByteLine.LONGEST_FRAME];

    private double lastMlPerMin = Double.NaN;
    private double lastRaw = Double.NaN;
    private long lastSampledAtNanos;
    private long heardNanos; // when bytes came last
    private boolean present;

    /// @param latency   age of a measurement when its line arrives
    /// @param lostAfter age from which the newest measurement counts as lost
    /// @throws IllegalArgumentException when the latency is shorter than the meter's own may be
    public BioProTTMeter(LineOpener opener, Mounting mounting, Duration latency, Duration lostAfter) {
        if (latency.compareTo(LONGEST_LATENCY) < 0) {
            throw new IllegalArgumentException("a BioProTT speaks up to %d ms late, and is wired with latency-ms = %d"
                    .formatted(LONGEST_LATENCY.toMillis(), latency.toMillis()));
        }
        latencyNanos = latency.toNanos();
        lostAfterNanos = lostAfter.toNanos();
        link = new Link(opener);
        sign = switch (mounting) {
            case FORWARD -> 1;
            case REVERSED -> -1;
        };
    }

    @Override
    public void cycle(long nowNanos) {
        if (link.keepOpen(nowNanos)) {
            int count = link.read(arrived);
            if (count > 0) {
                if (nowNanos - heardNanos >= LONGEST_PAUSE_NANOS) {
                    parser.interrupted();
                }
                heardNanos = nowNanos;
            }
            for (int i = 0; i < count; i++) {
                if (parser.accept(arrived[i])) {
                    present = true;
                    publish(nowNanos - latencyNanos);
                }
            }
        }
        if (!link.isOpen()) {
            parser.interrupted();
        }
        if (present && (!link.isOpen() || nowNanos - lastSampledAtNanos >= lostAfterNanos)) {
            present = false;
            cell.publish(lastMlPerMin, lastRaw, lastSampledAtNanos, Quality.DISCONNECTED);
        }
    }

    private void publish(long sampledAtNanos) {
        boolean measured = parser.flow() == Flow.MEASURED;
        lastRaw = measured ? parser.flowMlPerMin() : Double.NaN;
        lastMlPerMin = sign * lastRaw + 0.0; // no minus zero
        lastSampledAtNanos = sampledAtNanos;
        cell.publish(lastMlPerMin, lastRaw, sampledAtNanos, quality());
    }

    private Quality quality() {
        if (parser.error() != 0) {
            return Quality.DEVICE_FAULT;
        }
        if ((parser.status() & STATUS_NO_SENSOR) != 0) {
            return Quality.DISCONNECTED;
        }
        return switch (parser.flow()) {
            case BEYOND -> Quality.OUT_OF_RANGE;
            case BLANK, MEASURED -> {
                boolean poor = (parser.status() & STATUS_POOR_COUPLING) != 0
                        || parser.couplingPercent() < POOR_COUPLING_PERCENT;
                yield poor ? Quality.POOR_SIGNAL : parser.flow() == Flow.BLANK ? Quality.MISSING : Quality.GOOD;
            }
        };
    }

    @Override
    public void readMlPerMin(Reading into) {
        cell.copyTo(into);
    }

    /// Gives the line back, after the last cycle.
    @Override
    public void close() {
        link.close("closed");
    }

    /// Why the line is down, for the engineer; empty while it is open. Any thread.
    public String trouble() {
        return link.trouble();
    }
}
