package org.altercor.safety.telemetry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.altercor.safety.observe.Channel;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.observe.Quantity;

/// The metrics of a machine, in the order of the table, and what identifies them as a whole.
///
/// @param metrics all
/// @param hash    SHA-256 over names and units, the first 16 digits: two machines with the same one tell the same
/// metrics
record MetricCatalogue(List<Metric> metrics, String hash) {
    private static final int HASH_DIGITS = 16;

    MetricCatalogue {
        metrics = List.copyOf(metrics);
    }

    /// The metrics of a layout.
    static MetricCatalogue of(MachineLayout layout) {
        List<Metric> metrics = new ArrayList<>();
        for (MetricKind kind : MetricKind.values()) {
            List<String> names = switch (kind.of()) {
                case MACHINE -> List.of("");
                case PUMP -> layout.pumps();
                case CLAMP -> layout.clamps();
                case SECOND_PATH -> layout.stos();
                case SENSOR -> List.of();
            };
            for (int i = 0; i < names.size(); i++) {
                metrics.add(new Metric(kind.name(names.get(i)), kind, i, kind.source()));
            }
        }
        for (int i = 0; i < layout.values().size(); i++) {
            long maxAgeNanos = layout.values().get(i).lostAfterNanos();
            metrics.add(ofChannel(
                    layout.values().get(i),
                    i,
                    (look, index) -> Value.of(look.seen.seen.values[index], look.nowNanos, maxAgeNanos)));
        }
        for (int i = 0; i < layout.switches().size(); i++) {
            long maxAgeNanos = layout.switches().get(i).lostAfterNanos();
            metrics.add(ofChannel(
                    layout.switches().get(i),
                    i,
                    (look, index) -> Value.of(look.seen.seen.switches[index], look.nowNanos, maxAgeNanos)));
        }
        return new MetricCatalogue(metrics, hash(metrics));
    }

    private static Metric ofChannel(Channel channel, int index, MetricKind.Source source) {
        MetricKind kind = kindOf(channel.quantity());
        return new Metric(kind.name(channel.sensor()), kind, index, source);
    }

    /// The row of a quantity.
    static MetricKind kindOf(Quantity quantity) {
        return Arrays.stream(MetricKind.values())
                .filter(kind -> kind.isOf(quantity))
                .findFirst()
                .orElseThrow();
    }

    private static String hash(List<Metric> metrics) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Metric metric : metrics) {
                digest.update((metric.name() + ' ' + metric.kind().ucum() + '\n').getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
