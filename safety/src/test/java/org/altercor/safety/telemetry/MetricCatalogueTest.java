package org.altercor.safety.telemetry;

import static org.altercor.safety.telemetry.ToldMachine.MS;
import static org.altercor.safety.telemetry.ToldMachine.SECOND;
import static org.altercor.safety.telemetry.ToldMachine.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import org.altercor.hal.port.Quality;
import org.altercor.safety.observe.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class MetricCatalogueTest {
    /// How the machine's units are written in UCUM.
    private static final Map<String, String> UCUM = Map.of(
            "",
            "",
            "mL",
            "mL",
            "mmHg",
            "mm[Hg]",
            "mL/min",
            "mL/min",
            "°C",
            "Cel",
            "%",
            "%",
            "rpm",
            "{rev}/min",
            "min",
            "min");

    private final ToldMachine told = new ToldMachine("adult-bypass");

    @ParameterizedTest
    @ValueSource(strings = {"adult-bypass", "adult-bypass-centrifugal", "serial-bench"})
    void everyNameIsUniqueInItsMachine(String name) {
        var layout = new ToldMachine(name).layout;
        var metrics = MetricCatalogue.of(layout).metrics();
        var names = new HashSet<String>();
        assertThat(metrics).allMatch(metric -> names.add(metric.name()));
        assertThat(metrics)
                .hasSizeGreaterThan(layout.values().size() + layout.switches().size());
    }

    @ParameterizedTest
    @EnumSource
    void everyQuantityHasOneRowInItsUnit(Quantity quantity) {
        assertThat(Arrays.stream(MetricKind.values()).filter(kind -> kind.isOf(quantity)))
                .hasSize(1);
        if (quantity != Quantity.DETENTS) {
            assertThat(MetricCatalogue.kindOf(quantity).ucum()).isEqualTo(UCUM.get(quantity.unit()));
        }
    }

    @Test
    void twoMachinesWithOtherPumpsHaveOtherCatalogues() {
        assertThat(MetricCatalogue.of(told.layout).hash())
                .isEqualTo(MetricCatalogue.of(new ToldMachine("adult-bypass").layout)
                        .hash())
                .isNotEqualTo(MetricCatalogue.of(new ToldMachine("serial-bench").layout)
                        .hash());
    }

    @Test
    void whatIsMeasuredIsToldWithThreePlaces() {
        told.run(SECOND);
        assertThat(metrics().get("v").get("pump.arterial.speed_rpm").asDouble()).isEqualTo(100.123);
        assertThat(metrics()
                        .get("v")
                        .get("sensor.flow-arterial.flow_ml_per_min")
                        .asDouble())
                .isEqualTo(42.5);
        assertThat(metrics().get("v").get("sensor.air-arterial.air").asBoolean())
                .isTrue();
    }

    @Test
    void whatWasNeverMeasuredIsNullAndNotZero() {
        told.supervisorLives = false;
        told.controlLives = false;
        told.run(SECOND);
        for (String metric : metrics().get("v").propertyNames()) {
            assertThat(metrics().get("v").get(metric).isNull()).as(metric).isTrue();
            assertThat(metrics().get("q").get(metric).asString()).as(metric).isEqualTo("missing");
        }
    }

    @Test
    void whatStoppedComingIsOldAndNotTheLastValue() {
        told.run(SECOND);
        told.supervisorLives = false;
        told.controlLives = false;
        told.run(60 * SECOND);
        for (String metric : metrics().get("v").propertyNames()) {
            assertThat(metrics().get("v").get(metric).isNull()).as(metric).isTrue();
            assertThat(metrics().get("q").get(metric).asString())
                    .as(metric)
                    .isIn("old", "missing", "not-asked", "no-limit");
        }
        assertThat(metrics().get("q").get("pump.arterial.speed_rpm").asString()).isEqualTo("old");
        assertThat(metrics().get("q").get("pump.arterial.mode").asString()).isEqualTo("old");
        assertThat(metrics().get("q").get("sensor.air-arterial.air").asString()).isEqualTo("old");
        assertThat(metrics().get("q").get("machine.sound").asString()).isEqualTo("old");
    }

    @Test
    void aSensorThatSaysWhyItCannotSeeIsQuoted() {
        told.run(SECOND);
        told.supervisorLives = false; // the test speaks for it now
        for (var value : told.seen.seen.values) {
            value.set(4_500, 1, told.nowNanos, 99, Quality.POOR_SIGNAL);
        }
        told.cells.seen().publish(told.seen);
        told.run(200 * MS);
        assertThat(metrics()
                        .get("v")
                        .get("sensor.flow-arterial.flow_ml_per_min")
                        .isNull())
                .isTrue();
        assertThat(metrics()
                        .get("q")
                        .get("sensor.flow-arterial.flow_ml_per_min")
                        .asString())
                .isEqualTo("poor-signal");
    }

    @Test
    void aFlowThatIsNotAskedAndALimitThatIsNotThereAreNoNumbers() {
        told.report.limitRpm[0] = Double.POSITIVE_INFINITY;
        told.run(SECOND);
        assertThat(metrics().get("q").get("pump.arterial.set_flow_ml_per_min").asString())
                .isEqualTo("not-asked");
        assertThat(metrics().get("q").get("pump.arterial.permitted_rpm").asString())
                .isEqualTo("no-limit");
        assertThat(metrics().get("v").get("pump.arterial.mode").asString()).isEqualTo("stopped");
    }

    private JsonNode metrics() {
        return json(told.wires.newest().on("/metrics").getLast());
    }
}
