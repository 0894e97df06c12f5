package org.altercor.safety.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.altercor.safety.interlock.Interlock;
import org.altercor.safety.supervise.InterlockState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Everything that goes out is as the published schemas say.
class SchemasTest {
    @ParameterizedTest
    @ValueSource(strings = {"adult-bypass", "adult-bypass-centrifugal"})
    void everyMessageOfALifeKeepsToItsSchema(String name) {
        var told = new ToldMachine(name);
        told.happen(3);
        told.run(6 * ToldMachine.SECOND);
        told.report.interlock[told.interlock(Interlock.OVERSPEED)] = InterlockState.ACTIVE;
        told.run(ToldMachine.SECOND);
        told.supervisorLives = false;
        told.controlLives = false;
        told.run(ToldMachine.SECOND);
        told.link.leave();
        told.run(ToldMachine.SECOND);

        var wire = told.wires.newest();
        var kinds = new TreeSet<String>();
        assertThat(Schemas.errors(wire.will.topic(), new FakeWires.Handed(wire.will, 0).text()))
                .isEmpty();
        for (FakeWires.Handed handed : wire.handed) {
            assertThat(Schemas.errors(handed.message().topic(), handed.text()))
                    .as(handed.text())
                    .isEmpty();
            kinds.add(handed.message().topic().split("/", -1)[4]);
        }
        assertThat(kinds).containsExactly("alarm", "event", "health", "info", "metrics", "status");
    }

    @Test
    void aMetricIsNullExactlyWhenThereIsAReason() {
        var told = new ToldMachine("adult-bypass");
        told.run(ToldMachine.SECOND);
        told.supervisorLives = false;
        told.run(5 * ToldMachine.SECOND);
        int nulls = 0;
        for (FakeWires.Handed handed : told.wires.newest().on("/metrics")) {
            JsonNode message = ToldMachine.json(handed);
            for (String metric : message.get("v").propertyNames()) {
                assertThat(message.get("v").get(metric).isNull())
                        .as(metric)
                        .isEqualTo(message.get("q").has(metric));
                nulls += message.get("q").has(metric) ? 1 : 0;
            }
            for (String metric : message.get("q").propertyNames()) {
                assertThat(message.get("v").has(metric)).as(metric).isTrue();
            }
        }
        assertThat(nulls).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status | {\"boot\":\"01234567-89ab-4def-8123-456789abcdef\",\"state\":\"dead\"}",
                "status | {\"boot\":\"01234567-89ab-4def-8123-456789abcdef\",\"state\":\"online\"}",
                "status | {\"ts\":1,\"boot\":\"me\",\"state\":\"online\"}",
                "metrics | {\"ts\":1,\"boot\":\"01234567-89ab-4def-8123-456789abcdef\",\"seq\":1,\"v\":{\"a\":1},"
                        + "\"q\":{\"a\":\"because\"}}",
                "metrics | {\"ts\":1,\"boot\":\"01234567-89ab-4def-8123-456789abcdef\",\"seq\":1,\"v\":{\"a\":[1]},"
                        + "\"q\":{}}"
            })
    void whatASchemaDoesNotAllowIsNoticed(String topic, String message) {
        assertThat(Schemas.errors("altercor/v1/a/b/" + topic, message)).isNotEmpty();
    }
}
