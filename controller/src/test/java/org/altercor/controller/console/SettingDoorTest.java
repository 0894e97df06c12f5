package org.altercor.controller.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.altercor.controller.console.HttpDoor.Response;
import org.altercor.safety.event.EventKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Operator settings by the console's door: asked first, answered in words, shown in the next picture.
class SettingDoorTest {
    private static final String STOP = "line-pressure-stop.pressure-line";
    private static final String ZERO = "pressure-zero.pressure-reservoir";

    private LiveMachine live;
    private Console console;
    private HttpDoor door;

    @BeforeEach
    void open() throws IOException {
        live = new LiveMachine("adult-bypass").live();
        console = Console.start(new ConsoleOptions("127.0.0.1", 0), live.view);
        door = new HttpDoor(console);
    }

    @AfterEach
    void close() throws IOException {
        door.close();
        console.close();
        live.close();
    }

    private Response set(String setting, double value, boolean confirmed) throws IOException {
        return door.act("\"act\":\"setting\",\"setting\":\"" + setting + "\",\"value\":" + value + ",\"confirmed\":"
                + confirmed);
    }

    private Response takeZero(String setting, boolean confirmed) throws IOException {
        return door.act("\"act\":\"take-zero\",\"setting\":\"" + setting + "\",\"confirmed\":" + confirmed);
    }

    private static String text(Response response) {
        return response.json().get("text").stringValue();
    }

    private double inForce(String setting) throws IOException {
        return door.picture().get("settings").get(setting).doubleValue();
    }

    @Test
    void aChangeAsksFirstAndIsInForceWhenItWasConfirmed() throws IOException {
        Response asks = set(STOP, 300, false);
        assertThat(asks.json().get("verdict").stringValue()).isEqualTo("ASKS");
        assertThat(text(asks)).isEqualTo("Line pressure stop, pressure line: 300 mmHg instead of 350 mmHg?");
        assertThat(inForce(STOP)).isEqualTo(350);

        Response taken = set(STOP, 300, true);
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(text(taken)).isEqualTo("Line pressure stop, pressure line: 300 mmHg");
        assertThat(inForce(STOP)).isEqualTo(300);
        assertThat(live.events.newest(10))
                .anyMatch(event -> event.kind() == EventKind.SETTING
                        && event.subject().equals(STOP)
                        && event.text().equals("line pressure stop (pressure-line): 300 instead of 350 mmHg"));
    }

    @ParameterizedTest
    @CsvSource({"400, 350 mmHg", "100, 250 mmHg"})
    void whatLiesOutsideIsRefusedWithTheNearestThatDoesNot(double value, String nearest) throws IOException {
        Response refused = set(STOP, value, true);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(text(refused)).isEqualTo("Line pressure stop, pressure line: as far as " + nearest + ", no further");
        assertThat(inForce(STOP)).isEqualTo(350);
    }

    @Test
    void aZeroIsTakenInASecondAndAnswered() throws IOException {
        assertThat(text(takeZero(ZERO, false))).contains("open to air");
        Response taken = takeZero(ZERO, true);
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(text(taken)).startsWith("Pressure zero, pressure reservoir: ");
    }

    @Test
    void aZeroUnderPressureIsRefusedInWordsThatSayWhatToLookAt() throws IOException {
        Response refused = takeZero("pressure-zero.pressure-patient", true);
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(text(refused)).contains("open to air");
    }

    @ParameterizedTest
    @ValueSource(strings = {"line-pressure-stop.nowhere", "pressure-zero.pressure-line", ""})
    void aSettingThatIsNotThereIsRefused(String setting) throws IOException {
        Response refused = set(setting, 1, true);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(text(refused)).isEqualTo("there is no such setting: " + setting);
    }

    @Test
    void aSupervisorThatIsSilentIsSaidAndDoesNothingLate() throws IOException {
        live.supervisorLives = false;
        Response refused = set(STOP, 300, true);
        assertThat(refused.status()).isEqualTo(409);
        live.supervisorLives = true;
        Response next = set("line-pressure-warning.pressure-line", 240, true);
        assertThat(next.status()).as(next.body()).isEqualTo(200);
        assertThat(inForce(STOP)).as("what was called refused").isEqualTo(350);
    }
}
