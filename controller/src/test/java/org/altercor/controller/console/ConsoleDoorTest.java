package org.altercor.controller.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.altercor.controller.console.HttpDoor.Response;
import org.altercor.controller.loop.PumpRequests;
import org.altercor.controller.operator.PumpAct;
import org.altercor.safety.supervise.PumpMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What comes in by the console's door, and what does not: over real sockets, on a twin machine at the pace of the
/// wall.
class ConsoleDoorTest {
    private static final String START =
            "\"act\":\"start\",\"pump\":\"arterial\",\"mode\":\"speed\",\"speedRpm\":40,\"heldMs\":650";
    private static final String STOP = "\"act\":\"stop\",\"pump\":\"arterial\"";

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

    private static String change(int rpm, boolean confirmed) {
        return "\"act\":\"change\",\"pump\":\"arterial\",\"mode\":\"speed\",\"speedRpm\":" + rpm + ",\"confirmed\":"
                + confirmed;
    }

    private static void assertRefused(Response response, String why) {
        assertThat(response.status()).as(response.body()).isEqualTo(409);
        assertThat(response.json().get("text").stringValue()).contains(why);
    }

    private static void assertAccepted(Response response) {
        assertThat(response.status()).as(response.body()).isEqualTo(200);
    }

    private double targetRpm() throws IOException {
        return door.picture().get("pumps").get(0).get("targetRpm").doubleValue();
    }

    private void startAndTurn() throws IOException {
        assertAccepted(door.act(START));
        while (door.picture().get("pumps").get(0).get("commandedRpm").doubleValue() < 40) {
            Thread.onSpinWait();
        }
    }

    @Test
    void anActOfOurPageIsDoneAndAnswered() throws IOException {
        Response response = door.act(START);
        assertAccepted(response);
        assertThat(response.json().get("text").stringValue()).isEqualTo("Arterial: 40 rpm accepted");
        assertThat(live.events.newest(10)).anyMatch(event -> event.text().equals("Console: Arterial: 40 rpm accepted"));
        door.picture();
        assertThat(targetRpm()).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin: http://evil.example", "Origin: null", "Origin: http://localhost:1", ""})
    void anActOfAForeignPageIsRefused(String origin) throws IOException {
        String body =
                "{\"token\":\"" + door.token() + "\",\"frame\":" + door.frame() + ",\"touchAgeMs\":0," + START + "}";
        assertThat(door.post(origin, body).status()).isEqualTo(403);
        door.picture();
        assertThat(targetRpm()).isZero();
    }

    @Test
    void aNameThatWasPointedHereGetsNothing() throws IOException {
        String host = "evil.example:" + door.port();
        assertThat(door.get("/facts", host).status()).isEqualTo(403);
        assertThat(door.get("/facts", "127.0.0.1:" + door.port()).status()).isEqualTo(200);
        assertThat(door.post(host, "Origin: http://" + host, "application/json", "{}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aFormIsNoAct() throws IOException {
        String host = "127.0.0.1:" + door.port();
        assertThat(door.post(host, "Origin: http://" + host, "text/plain", "{}").status())
                .isEqualTo(403);
    }

    @Test
    void anActThatComesTwiceIsDoneOnce() throws IOException {
        assertAccepted(door.act(START));
        door.picture();
        String token = door.token();
        assertAccepted(door.act(token, door.frame(), 0, change(41, false)));
        assertAccepted(door.act(change(42, false)));
        Response again = door.act(token, door.frame(), 0, change(41, false));
        assertThat(again.status()).isEqualTo(403);
        assertThat(again.json().get("text").stringValue()).contains("came twice");
        door.picture();
        assertThat(targetRpm()).isEqualTo(42);
    }

    @Test
    void anActOnAnOldPictureIsRefusedAndAStopIsNot() throws IOException {
        assertRefused(door.act(door.token(), door.frame() - 40, 0, START), "too old");
        assertRefused(door.act(door.token(), door.frame() + 1_000, 0, START), "too old");
        assertAccepted(door.act(START));
        assertAccepted(door.act(door.token(), 0, 0, STOP));
    }

    @Test
    void aTouchThatComesLateIsRefusedAndAStopIsNot() throws IOException {
        assertRefused(door.act(door.token(), door.frame(), 2_001, START), "too late");
        assertRefused(door.act(door.token(), door.frame(), -1, START), "too late");
        assertAccepted(door.act(START));
        assertAccepted(door.act(door.token(), door.frame(), 30_000, STOP));
    }

    @Test
    void aStartThatWasNotHeldIsRefused() throws IOException {
        assertRefused(door.act(START.replace("650", "500")), "hold START");
    }

    @Test
    void aChangeStartsNothingAndAStartChangesNothing() throws IOException {
        assertRefused(door.act(change(40, true)), "stands");
        assertAccepted(door.act(START));
        assertRefused(door.act(START.replace("40", "60")), "pumps already");
        door.picture();
        assertThat(targetRpm()).isEqualTo(40);
    }

    @Test
    void aLargeStepAsksAndASmallOneDoesNot() throws IOException {
        assertAccepted(door.act(START));
        assertAccepted(door.act(change(44, false)));
        Response asks = door.act(change(60, false));
        assertThat(asks.json().get("verdict").stringValue()).isEqualTo("ASKS");
        door.picture();
        assertThat(targetRpm()).isEqualTo(44);
        assertAccepted(door.act(change(60, true)));
    }

    @Test
    void aScreenThatHasNotSeenWhatAnotherDidIsRefused() throws IOException {
        assertAccepted(door.act(START));
        try (var other = new HttpDoor(console)) {
            long before = other.frame();
            assertAccepted(door.act(change(44, false)));
            assertRefused(other.act(other.token(), before, 0, change(41, false)), "was changed after");
            other.picture();
            other.picture();
            assertAccepted(other.act(change(43, false)));
        }
    }

    @Test
    void aRefusedStartSaysWhichInterlockForbidsItAndWhatToDo() throws IOException {
        live.outside("air-arterial.stuck-dry", 0);
        while (door.picture().get("alarms").isEmpty()) {
            Thread.onSpinWait();
        }
        assertRefused(door.act(START), "Air in the line (Air arterial). Clamp the line.");
        assertRefused(door.act("\"act\":\"reset\""), "Air in the line");
    }

    @Test
    void anAlarmThatCameAfterThePictureIsNotSeen() throws IOException {
        long before = door.frame();
        live.outside("air-arterial.stuck-dry", 0);
        while (door.picture().get("alarms").isEmpty()) {
            Thread.onSpinWait();
        }
        assertRefused(door.act(door.token(), before, 0, "\"act\":\"acknowledge\""), "new alarm");
        assertAccepted(door.act("\"act\":\"acknowledge\""));
    }

    @Test
    void withoutAControlLoopEverythingButAStopIsRefused() throws IOException {
        startAndTurn();
        live.controlLives = false;
        long startNanos = live.nowNanos();
        while (live.nowNanos() - startNanos < LiveMachine.SECOND) {
            door.picture();
        }
        assertRefused(door.act(change(37, false)), "control loop does not answer");
        live.controlLives = true;
        door.picture();
        door.picture();
        assertThat(targetRpm()).as("what was refused is not done late").isEqualTo(40);
        live.controlLives = false;
        Response stop = door.act(STOP);
        assertAccepted(stop);
        assertThat(stop.json().get("text").stringValue()).contains("the supervisor stops it");
    }

    @Test
    void whatALoopThatHangsHasNotJudgedIsTakenBack() throws IOException {
        startAndTurn();
        live.controlLives = false;
        assertRefused(door.act(change(37, false)), "control loop does not answer");
        assertRefused(door.act(START.replace("arterial", "vent")), "control loop does not answer");
        live.controlLives = true;
        for (int i = 0; i < 5; i++) {
            door.picture();
        }
        assertThat(targetRpm()).isEqualTo(40);
        assertThat(door.picture().get("pumps").get(3).get("targetRpm").doubleValue())
                .as("the vent")
                .isZero();
    }

    /// Takes pictures until one shows it: those that came meanwhile are read first.
    private static void see(HttpDoor screen, Predicate<JsonNode> shows) throws IOException {
        JsonNode arterial = screen.picture().get("pumps").get(0);
        for (int i = 0; i < 200 && !shows.test(arterial); i++) {
            arterial = screen.picture().get("pumps").get(0);
        }
        assertThat(shows.test(arterial)).as(arterial.toString()).isTrue();
    }

    private static String pulses(int mlPerMin, int ratePerMin, int base, boolean confirmed) {
        return "\"act\":\"change\",\"pump\":\"arterial\",\"mode\":\"pulsatile\",\"flowMlPerMin\":" + mlPerMin
                + ",\"ratePerMin\":" + ratePerMin + ",\"widthPercent\":50,\"basePercent\":" + base + ",\"confirmed\":"
                + confirmed;
    }

    private static void assertAsks(Response response, String what) {
        assertThat(response.status()).as(response.body()).isEqualTo(409);
        assertThat(response.json().get("verdict").stringValue()).isEqualTo("ASKS");
        assertThat(response.json().get("text").stringValue()).contains(what);
    }

    private void pulse() throws IOException {
        startAndTurn();
        assertAccepted(door.act(pulses(2_000, 60, 50, true)));
    }

    @Test
    void aChangeOfModeAsksAndSmallStepsOfItsNumbersDoNot() throws IOException {
        startAndTurn();
        assertAsks(door.act(pulses(2_000, 60, 50, false)), "pulsatile 2.00 L/min, 60/min, width 50 %, base 50 %");
        assertAccepted(door.act(pulses(2_000, 60, 50, true)));
        assertAccepted(door.act(pulses(2_100, 60, 50, false)));
        assertAccepted(door.act(pulses(2_100, 66, 45, false)));
        assertAsks(door.act(pulses(2_400, 66, 45, false)), "2.40 L/min");
        assertAsks(door.act(pulses(2_100, 76, 45, false)), "76/min");
        assertAsks(door.act(pulses(2_100, 66, 30, false)), "base 30 %");
        assertAsks(door.act(change(40, false)), "40 rpm");
    }

    @Test
    void aPulseThatCannotBeReachedIsRefusedWithTheHighestPeakThereIs() throws IOException {
        pulse();
        assertRefused(door.act(pulses(6_900, 60, 10, true)), "peaks reach 7.00 L/min at most");
        assertRefused(door.act(pulses(7_100, 60, 100, true)), "above the pump's maximum. At most 7.00 L/min");
    }

    @Test
    void pulsesThatALoopThatHangsWasToldToEndAreAskedForAgain() throws IOException {
        pulse();
        live.controlLives = false;
        assertRefused(door.act(change(37, true)), "control loop does not answer");
        var asked = new PumpRequests(live.machine.pumps().size());
        live.loops.requests().reader().tryRead(asked);
        assertThat(asked.mode[0]).isEqualTo(PumpMode.PULSATILE);
        assertThat(asked.flowMlPerMin[0]).isEqualTo(2_000);
        assertThat(asked.ratePerMin[0]).isEqualTo(60);
        assertThat(asked.widthPercent[0]).isEqualTo(50);
        assertThat(asked.basePercent[0]).isEqualTo(50);
    }

    @Test
    void anActThatBeganBeforeAKnobWasTurnedIsRefusedThoughItsLastTouchCameAfter() throws IOException {
        startAndTurn();
        door.picture();
        String since = "\"since\":" + door.frame() + ",";
        live.desk.ask("arterial", new PumpAct.Speed(42)); // as a knob does
        see(door, arterial -> arterial.get("targetRpm").doubleValue() == 42);
        assertRefused(door.act(since + change(43, false)), "was changed after");
        assertAccepted(door.act(change(43, false)));
        see(door, arterial -> arterial.get("targetRpm").doubleValue() == 43);
        assertAccepted(door.act("\"since\":" + (door.frame() - 1) + "," + change(44, false)));
        assertRefused(door.act("\"since\":" + (door.frame() + 50) + "," + change(45, false)), "too old");
    }

    @Test
    void zeroFlowIsTakenAtOnceAndToPumpAgainMustBeHeld() throws IOException {
        try (var other = new LiveMachine("adult-bypass-centrifugal").live();
                var itsConsole = Console.start(new ConsoleOptions("127.0.0.1", 0), other.view);
                var its = new HttpDoor(itsConsole)) {
            String flow = "\"pump\":\"arterial\",\"mode\":\"flow\",\"flowMlPerMin\":2000,";
            String zeroFlow = "\"act\":\"change\",\"pump\":\"arterial\",\"mode\":\"zero-flow\",\"confirmed\":false";
            assertRefused(its.act(zeroFlow), "stands");
            assertAccepted(its.act("\"act\":\"start\"," + flow + "\"heldMs\":650"));
            assertRefused(its.act("\"act\":\"start\"," + flow + "\"heldMs\":650"), "pumps already");
            assertAccepted(its.act(zeroFlow));
            assertAsks(its.act("\"act\":\"change\"," + flow + "\"confirmed\":false"), "2.00 L/min");
            assertRefused(its.act("\"act\":\"start\"," + flow + "\"heldMs\":300"), "hold START");
            see(its, arterial -> arterial.get("mode").stringValue().equals("zero-flow"));
            assertAccepted(its.act("\"act\":\"start\"," + flow + "\"heldMs\":650"));
        }
    }

    @Test
    void aStopThatNobodyAnswersSaysSo() throws IOException {
        assertAccepted(door.act(START));
        live.worldTurns = false;
        assertRefused(door.act(STOP), "nobody answers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "{}",
                "{\"token\":1}",
                "{\"token\":\"x\",\"frame\":1,\"touchAgeMs\":0,\"act\":\"explode\"}",
                "{\"token\":\"x\",\"frame\":1,\"touchAgeMs\":0,\"act\":\"start\",\"pump\":\"arterial\",\"mode\":\"speed\","
                        + "\"speedRpm\":-5,\"heldMs\":700}",
                "{\"token\":\"x\",\"frame\":1e999,\"touchAgeMs\":0,\"act\":\"reset\"}",
            })
    void whatIsNoActIsRefusedInAFewWords(String body) throws IOException {
        Response response = door.post("Origin: http://127.0.0.1:" + door.port(), body);
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).doesNotContain("Exception", "at org.");
    }

    @Test
    void jsonThatIsTooDeepAndBodiesThatAreTooLargeAreRefused() throws IOException {
        String origin = "Origin: http://127.0.0.1:" + door.port();
        assertThat(door.post(origin, "[".repeat(5_000)).status()).isEqualTo(400);
        assertThat(door.post(origin, "\"" + "a".repeat(100_000) + "\"").status())
                .isEqualTo(413);
    }

    @Test
    void onlySoManyScreensAreLetInAndALeavingOneMakesRoom() throws IOException {
        List<HttpDoor> screens = new ArrayList<>();
        try {
            for (int i = 1; i < ScreenClients.MOST; i++) {
                screens.add(new HttpDoor(console));
            }
            assertThat(door.get("/state", "127.0.0.1:" + door.port()).status()).isEqualTo(503);
        } finally {
            for (HttpDoor screen : screens) {
                screen.close();
            }
        }
        while (console.screens() > 1) {
            door.picture();
        }
        new HttpDoor(console).close();
    }

    @Test
    void aScreenThatDoesNotReadIsDroppedAndTheOthersGoOn() throws IOException {
        try (var deaf = new Socket()) {
            deaf.setReceiveBufferSize(4 * 1024);
            deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), door.port()));
            deaf.getOutputStream()
                    .write(("GET /state HTTP/1.1\r\nHost: 127.0.0.1:" + door.port() + "\r\n"
                                    + "Accept: text/event-stream\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            while (console.screens() < 2) {
                door.picture();
            }
            long beganNanos = System.nanoTime();
            while (console.screens() > 1) {
                door.picture(); // fails when none comes for ten seconds
                assertThat(System.nanoTime() - beganNanos)
                        .as("it is still listened to")
                        .isLessThan(60_000_000_000L);
            }
        }
    }

    @Test
    void elsewhereThereIsNoDoor() throws IOException {
        try (var elsewhere = Console.start(new ConsoleOptions("0.0.0.0", 0), live.view);
                var screen = new HttpDoor(elsewhere)) {
            assertThat(screen.token()).as("no tokens").isEmpty();
            Response response = screen.act(STOP);
            assertThat(response.status()).isEqualTo(404);
        }
    }
}
