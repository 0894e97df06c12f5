package org.altercor.controller.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.altercor.controller.operator.PumpAct;
import org.junit.jupiter.api.Test;

/// The screen in a real browser, over a twin machine at the pace of the wall.
class ConsoleScreenTest extends ScreenInBrowser {
    private static final String ARTERIAL = "[data-pump=arterial] ";
    private static final String FLOW = ARTERIAL + ".big .v";
    private static final String SPEED = ARTERIAL + ".measured .v";

    /// Offers a speed, `tens` times ten small steps above the first, and holds START.
    private void startAtSpeed(String pump, int tens) {
        String strip = "[data-pump=" + pump + "] ";
        browser.touch(strip + ".reading");
        browser.await("the drawer", () -> browser.isThere(".mode-speed"));
        browser.touch(".mode-speed");
        for (int i = 0; i < tens; i++) {
            browser.touch("[data-steps='10']");
        }
        browser.touch(".take");
        browser.await("the drawer closes", () -> !browser.isThere(".drawer"));
        browser.hold(strip + ".start", 800);
        browser.await("it turns", () -> browser.isThere(strip + ".more"));
    }

    private void startArterial() {
        startAtSpeed("arterial", 4); // 22 + 40 rpm
        browser.await("a flow", () -> browser.number(FLOW) > 2);
    }

    @Test
    void aHeldStartTurnsThePumpAndItsFlowRisesOnTheScreen() {
        assertThat(browser.number(FLOW)).isLessThan(0.5);
        startArterial();
        assertThat(browser.text(".answer")).contains("62 rpm accepted");
        browser.await("the shaft follows", () -> browser.number(SPEED) == 62);

        browser.touch(ARTERIAL + ".more");
        browser.await("one step", () -> browser.text(ARTERIAL + ".asked").contains("63 rpm"));
        browser.touch(ARTERIAL + ".stop");
        browser.await("standstill", () -> browser.number(SPEED) == 0);
    }

    @Test
    void anEventThatIsNotOnDiskYetIsMarkedUntilItIs() {
        live.logged = 0;
        browser.await("marks", () -> browser.isThere(".events .unlogged"));
        live.logged = Long.MAX_VALUE;
        browser.await("no mark", () -> !browser.isThere(".events .unlogged"));
    }

    @Test
    void aTouchOfStartThatIsNotHeldStartsNothing() {
        browser.hold(ARTERIAL + ".start", 300);
        long answered = live.events.newest();
        double letGoMs = clockMs();
        browser.await("time for a start", () -> clockMs() - letGoMs > 1_000);
        assertThat(browser.text(ARTERIAL + ".measured")).contains("stopped");
        assertThat(live.events.newest()).as("nothing was sent").isEqualTo(answered);
    }

    private static double clockMs() {
        return ((Number) browser.ask("return performance.now()")).doubleValue();
    }

    @Test
    void airStopsThePumpWithItsCauseAndOnlyAResetAfterItAndANewStartTurnIt() {
        startArterial();
        browser.outside("air-arterial", "stuck-dry", "");
        browser.await("the alarm", () -> browser.text(".banner").contains("Air in the line"));
        browser.await("standstill", () -> browser.number(SPEED) == 0);
        assertThat(browser.text(ARTERIAL + ".why-not")).contains("Air in the line");
        assertThat(browser.text(".banner")).contains("De-air before the reset");

        browser.touch(".reset");
        browser.await("a refusal", () -> browser.text(".answer").contains("Reset refused: Air in the line"));
        browser.hold(ARTERIAL + ".start", 800);
        browser.await("no start", () -> browser.text(".answer").contains("Arterial refused: Air in the line"));

        browser.outside("air-arterial", "none", "");
        browser.await("it is gone, and latched", () -> browser.text(".banner").contains("held until reset"));
        browser.await("a reset", () -> {
            browser.touch(".reset");
            return browser.text(".answer").contains("no cause is left");
        });
        browser.await("free", () -> browser.text(".banner").contains("No alarm"));
        assertThat(browser.number(SPEED)).as("a reset starts nothing").isZero();
        browser.hold(ARTERIAL + ".start", 800);
        browser.await("flow again", () -> browser.number(FLOW) > 2);
    }

    @Test
    void stopStopsThePumpThoughTheControlLoopHangs() {
        startArterial();
        live.controlLives = false;
        browser.await("it is said", () -> browser.text(".words-of-state").contains("CTL FAILED"));
        browser.await("the alarm", () -> browser.text(".banner").contains("Control loop is dead"));
        assertThat(browser.number(FLOW)).as("blood goes on").isGreaterThan(2);
        browser.await(
                "what was asked is old",
                () -> browser.style(ARTERIAL + ".asked .v", "text-decoration-line")
                        .equals("line-through"));

        browser.touch(ARTERIAL + ".stop");
        browser.await("the supervisor's answer", () -> browser.text(".answer").contains("the supervisor stops it"));
        browser.await("standstill", () -> browser.number(SPEED) == 0);
    }

    @Test
    void whatIsShownIsCalledOldWhenTheLoopsStandStillAndNoLongerWhenTheyGoOn() {
        startArterial();
        assertThat(browser.text(".data-old")).isEmpty();
        live.worldTurns = false;
        browser.await("it is said", () -> browser.text(".data-old").startsWith("DATA OLD"));
        assertThat(browser.style(FLOW, "text-decoration-line")).isEqualTo("line-through");
        browser.await("its age counts", () -> browser.text(".data-old").contains("2."));
        browser.picture("console-data-old");

        live.worldTurns = true;
        browser.await("it is new again", () -> !browser.isOld());
        assertThat(browser.style(FLOW, "text-decoration-line")).isEqualTo("none");
    }

    @Test
    void whatIsShownIsCalledOldWhenTheConsoleFallsSilent() {
        console.close();
        browser.await("it is said", () -> browser.text(".data-old").startsWith("DATA OLD"));
        assertThat(browser.style(FLOW, "text-decoration-line")).isEqualTo("line-through");
    }

    @Test
    void aLostSensorStaysOnTheScreenStruckThroughWithItsAge() {
        startArterial();
        browser.outside("pressure-line", "unplugged", "");
        browser.await("its reason", () -> browser.text(ARTERIAL + ".gauge").contains("not connected"));
        assertThat(browser.isThere(ARTERIAL + ".gauge s.v")).isTrue();
        assertThat(browser.number(ARTERIAL + ".gauge s.v"))
                .as("the last that was known")
                .isGreaterThan(50);
        assertThat(browser.text(ARTERIAL + ".gauge")).contains("old");
        browser.picture("console-lost-sensor");
    }

    @Test
    void aScreenElsewhereShowsEverythingAndHasNoHands() {
        try (var elsewhere = Console.start(new ConsoleOptions("0.0.0.0", 0), live.view)) {
            browser.show("http://127.0.0.1:" + elsewhere.address().getPort() + "/");
            assertThat(browser.isThere(ARTERIAL + ".big .v")).isTrue();
            assertThat(browser.text(".bar")).contains("READ ONLY");
            for (String hand :
                    new String[] {".stop", ".start", ".step", ".reset", ".pause", ".twin-door", ".clamp-touch"}) {
                assertThat(browser.isThere(hand)).as(hand).isFalse();
            }
        }
    }

    /// Touches a mode in the drawer of a pump.
    private void openMode(String pump, String mode) {
        browser.touch("[data-pump=" + pump + "] .reading");
        browser.await("the drawer", () -> browser.isThere(".mode-" + mode));
        browser.touch(".mode-" + mode);
        browser.await("its mode", () -> browser.isThere(".mode-" + mode + ".chosen"));
    }

    private static double askedLitres() {
        return Double.parseDouble(browser.text(ARTERIAL + ".asked .v").replaceAll("[^0-9.]", ""));
    }

    private void take() {
        browser.touch(".take");
        browser.await("the question", () -> browser.isThere(".yes"));
        browser.touch(".yes");
    }

    @Test
    void pulsesAreAskedForInTheirOwnNumbersAndAPeakOutOfReachIsRefusedWithTheOneThatIsNot() {
        startArterial();
        openMode("arterial", "pulsatile");
        browser.touch("[data-number=basePercent]");
        browser.touch("[data-steps='-4']");
        browser.await(
                "a lower base", () -> browser.text("[data-key=basePercent]").equals("30"));
        take();
        browser.await("beats", () -> browser.text(ARTERIAL + ".why-not").contains("60/min, width 50 %, base 30 %"));
        assertThat(browser.text(".answer")).contains("pulsatile", "60/min, width 50 %, base 30 % accepted");
        assertThat(browser.text(ARTERIAL + ".measured")).contains("pulsatile");

        double before = askedLitres();
        browser.touch(ARTERIAL + ".more");
        browser.await("more of the mean", () -> askedLitres() > before);
        assertThat(browser.text(ARTERIAL + ".told"))
                .as("and the same beats")
                .isEqualTo("60/min, width 50 %, base 30 %");

        openMode("arterial", "pulsatile");
        browser.await("the mean settles", () -> !browser.isThere(ARTERIAL + ".off"));
        browser.picture("console-modes");
        browser.touch("[data-number=widthPercent]");
        for (int i = 0; i < 3; i++) {
            browser.touch("[data-steps='-4']");
        }
        take();
        browser.await("a refusal", () -> browser.text(".answer").contains("peaks reach"));
        assertThat(browser.text(".answer")).contains("L/min at most", "more base");
        assertThat(browser.text(ARTERIAL + ".told")).isEqualTo("60/min, width 50 %, base 30 %");
    }

    @Test
    void aFollowerWaitsForItsLeaderAndFollowsItInTheRatioThatItsButtonsName() {
        String follower = "[data-pump=cardioplegia-crystalloid] ";
        startArterial(); // cardioplegia draws from its line
        browser.await(
                "a start is permitted",
                () -> !browser.text(follower + ".why-not").contains("No start"));
        browser.hold(follower + ".start", 800);
        browser.await("it waits", () -> browser.text(follower + ".why-not").contains("Waits for blood to turn"));
        assertThat(browser.text(follower + ".told")).isEqualTo("follows blood 4:1");
        startAtSpeed("cardioplegia-blood", 1);
        browser.await("it follows", () -> browser.number(follower + ".measured .v") > 3);
        assertThat(browser.text(follower + ".less")).isEqualTo("5:1");
        browser.touch(follower + ".less");
        browser.await("less of it", () -> browser.text(follower + ".told").equals("follows blood 5:1"));

        openMode("cardioplegia-crystalloid", "follower");
        browser.touch("[data-steps='4']");
        browser.touch(".take");
        browser.await("the question", () -> browser.isThere(".yes"));
        browser.touch(".no");
        browser.await("no", () -> browser.isThere(".take"));
        assertThat(browser.text(follower + ".told")).isEqualTo("follows blood 5:1");
        take();
        browser.await("far more", () -> browser.text(follower + ".told").equals("follows blood 1:1"));
    }

    @Test
    void zeroFlowIsOneTouchAndOneHoldGoesBackToTheFlowBefore() {
        centrifugal();
        openMode("arterial", "flow");
        browser.touch("[data-steps='10']");
        browser.touch(".take");
        browser.await("the drawer closes", () -> !browser.isThere(".drawer"));
        browser.hold(ARTERIAL + ".start", 800);
        browser.await("flow", () -> browser.number(FLOW) > 1.8);

        browser.touch(ARTERIAL + ".zero");
        browser.await("no flow", () -> browser.number(FLOW) < 0.3);
        assertThat(browser.text(".answer")).contains("zero flow accepted");
        assertThat(browser.text(ARTERIAL + ".asked")).isEqualTo("set zero flow");
        assertThat(browser.number(ARTERIAL + ".measured .v"))
                .as("the head holds its line")
                .isGreaterThan(1_000);
        browser.await("the line is held", () -> browser.number(FLOW) < 0.2);

        browser.hold(ARTERIAL + ".start", 300);
        assertThat(browser.text(ARTERIAL + ".asked")).as("not held").isEqualTo("set zero flow");
        assertThat(browser.text(ARTERIAL + ".start")).isEqualTo("Hold: 2.00 L/min");
        browser.hold(ARTERIAL + ".start", 800);
        browser.await("flow again", () -> browser.number(FLOW) > 1.8);
        assertThat(browser.text(ARTERIAL + ".asked")).contains("2.00 L/min");
    }

    private void centrifugal() {
        console.close();
        live.close();
        live = new LiveMachine("adult-bypass-centrifugal").live();
        console = Console.start(new ConsoleOptions("127.0.0.1", 0), live.view);
        browser.show(console);
    }

    @Test
    void whatWasSetInADrawerThatAKnobOvertookIsRefusedOnceAndThenTaken() {
        startArterial();
        browser.touch(ARTERIAL + ".reading");
        browser.await("the drawer", () -> browser.isThere(".take"));
        live.desk.ask("arterial", new PumpAct.Speed(60)); // as a knob does
        browser.await(
                "the strip shows it", () -> browser.text(ARTERIAL + ".asked").contains("60 rpm"));
        browser.touch("[data-steps='1']");
        browser.touch(".take");
        browser.await("a refusal", () -> browser.text(".answer").contains("was changed after"));
        assertThat(browser.text(ARTERIAL + ".asked")).contains("60 rpm");
        browser.touch(".take");
        browser.await(
                "it was looked at", () -> browser.text(ARTERIAL + ".asked").contains("63 rpm"));
    }

    @Test
    void aWholeCaseLooksAsInTheManual() {
        startArterial();
        startAtSpeed("vent", 0);
        startAtSpeed("sucker-1", 0);
        browser.touch(".clamp-touch");
        browser.await("the aorta is clamped", () -> browser.isThere(".timer.runs .cross-clamp"));
        browser.await("pressures settle", () -> browser.number("[data-key=pressure-patient] .v") > 50);
        assertThat(browser.text(".banner")).contains("No alarm");
        if (browser.takesPictures()) { // a trend needs some minutes
            live.pace = 20;
            browser.await("ten minutes", () -> browser.text(".bypass").compareTo("00:10:30") > 0);
            live.pace = 1;
        }
        browser.picture("console-running");

        browser.outside("arterial-line", "air-ml", "10");
        browser.await("the alarm", () -> browser.text(".banner").contains("Air in the line"));
        browser.await("standstill", () -> browser.number(FLOW) < 0.3);
        browser.picture("console-air");
        browser.touch(".light");
        browser.picture("console-air-light");
    }
}
