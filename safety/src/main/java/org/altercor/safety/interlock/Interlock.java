package org.altercor.safety.interlock;

import static org.altercor.safety.interlock.Duty.ARTERIAL_CENTRIFUGAL;
import static org.altercor.safety.interlock.Duty.ARTERIAL_ROLLER;
import static org.altercor.safety.interlock.Duty.CARDIOPLEGIA;
import static org.altercor.safety.interlock.Duty.HAEMOFILTRATION;
import static org.altercor.safety.interlock.Duty.SUCTION;
import static org.altercor.safety.interlock.Duty.VENT;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.altercor.hal.port.AlarmSignal;

/// The interlock table. One row says what one condition does to each kind of pump, and what not knowing does.
///
/// All times, priorities and responses are our own judgement (J) from the hazards named, unless a row says
/// otherwise. Stopping blood flow is itself a hazard: no row stops an arterial pump because something is not known.
@SuppressWarnings("ImmutableEnumChecker") // a record of two numbers, and a map that is filled once
public enum Interlock {
    LINE_AIR(
            "IL-01",
            "Air in the line",
            "The detector and the line behind it, up to the cannula.",
            "Clamp the line. Find where the air comes from. De-air before the reset.",
            AlarmSignal.HIGH,
            Duration.ZERO,
            true,
            new Budget(20, 500),
            "HZ-01",
            "RQ-01",
            on(ARTERIAL_ROLLER, Response.STOP, Response.HOLD),
            on(ARTERIAL_CENTRIFUGAL, Response.CLAMP, Response.HOLD),
            on(CARDIOPLEGIA, Response.STOP, Response.STOP),
            on(HAEMOFILTRATION, Response.STOP, Response.STOP)),
    LEVEL_CRITICAL(
            "IL-02",
            "Reservoir empty",
            "The reservoir and the venous line.",
            "Give volume. Look for a kink or a clamp in the venous line. Reset when blood is back.",
            AlarmSignal.HIGH,
            Duration.ofMillis(100),
            true,
            new Budget(50, 500),
            "HZ-02",
            "RQ-02",
            on(ARTERIAL_ROLLER, Response.STOP, Response.HOLD),
            on(ARTERIAL_CENTRIFUGAL, Response.CLAMP, Response.HOLD),
            on(HAEMOFILTRATION, Response.STOP, Response.STOP)),
    LEVEL_LOW(
            "IL-03",
            "Reservoir low",
            "The reservoir and the venous line.",
            "Give volume, or lower the flow. The pump slows down by itself.",
            AlarmSignal.MEDIUM,
            Duration.ofMillis(300),
            false,
            new Budget(100, 1_500),
            "HZ-02",
            "RQ-03",
            on(ARTERIAL_ROLLER, Response.HOLD, Response.HOLD),
            on(ARTERIAL_CENTRIFUGAL, Response.HOLD, Response.HOLD),
            on(HAEMOFILTRATION, Response.STOP, Response.STOP)),
    OVER_PRESSURE(
            "IL-04",
            "Line pressure too high",
            "The line from pump to cannula: a clamp, a kink, a clot.",
            "Open what shuts the line. Look for leaks before the reset.",
            AlarmSignal.HIGH,
            Duration.ofMillis(30),
            true,
            new Budget(20, 250),
            "HZ-08",
            "RQ-04",
            on(ARTERIAL_ROLLER, Response.STOP, Response.HOLD),
            on(ARTERIAL_CENTRIFUGAL, Response.HOLD, Response.HOLD)),
    PRESSURE_HIGH(
            "IL-05",
            "Line pressure high",
            "The line from pump to cannula, and the patient's pressure.",
            "Lower the flow, or open what narrows the line. The pump slows down by itself.",
            AlarmSignal.MEDIUM,
            Duration.ofMillis(200),
            false,
            new Budget(100, 1_000),
            "HZ-08",
            "RQ-05",
            on(ARTERIAL_ROLLER, Response.ALARM, Response.HOLD),
            on(ARTERIAL_CENTRIFUGAL, Response.ALARM, Response.HOLD)),
    LINE_FALL(
            "IL-06",
            "Line pressure fell suddenly",
            "The arterial line: connectors and cannula.",
            "Is the line off, or the cannula out? Clamp and reconnect. Reset when it is tight.",
            AlarmSignal.HIGH,
            Duration.ofMillis(100),
            true,
            new Budget(100, 1_000),
            "HZ-08",
            "RQ-06",
            on(ARTERIAL_ROLLER, Response.HOLD, Response.NONE),
            on(ARTERIAL_CENTRIFUGAL, Response.HOLD, Response.NONE)),
    BACKFLOW(
            "IL-07",
            "Blood flows backwards",
            "The arterial line and its flow probe.",
            "Clamp the line by hand if the clamp is not shut. Raise the speed before opening.",
            AlarmSignal.HIGH,
            Duration.ZERO, // the condition has two delays of its own, from the profile
            true,
            new Budget(20, 500),
            "HZ-03",
            "RQ-07",
            on(ARTERIAL_ROLLER, Response.ALARM, Response.NONE),
            on(ARTERIAL_CENTRIFUGAL, Response.CLAMP, Response.HOLD)),
    LOW_SPEED_OPEN(
            "IL-08",
            "Speed too low for an open line",
            "The speed of the arterial pump, and its flow.",
            "The line is clamped. Reset, then raise the speed: the line opens when the head holds it.",
            AlarmSignal.HIGH,
            Duration.ofMillis(200),
            true, // a line that was shut does not open by itself
            new Budget(20, 500),
            "HZ-03",
            "RQ-08",
            on(ARTERIAL_CENTRIFUGAL, Response.CLAMP, Response.HOLD)),
    CLAMP_ASTRAY(
            "IL-09",
            "Clamp is not where it was told to be",
            "The clamp, and the line in its jaw.",
            "Clamp by hand, or open it by hand: the screen says which.",
            AlarmSignal.HIGH,
            Duration.ofMillis(250), // behind the clamp's own travel time
            true,
            new Budget(50, 600),
            "HZ-09",
            "RQ-09",
            on(ARTERIAL_ROLLER, Response.STOP, Response.HOLD),
            on(ARTERIAL_CENTRIFUGAL, Response.ALARM, Response.HOLD),
            on(CARDIOPLEGIA, Response.STOP, Response.STOP),
            on(HAEMOFILTRATION, Response.STOP, Response.STOP)),
    OVERSPEED(
            "IL-10",
            "Pump runs away",
            "The pump head and its flow.",
            "Take the pump out of use. Go on with the backup head or the hand crank.",
            AlarmSignal.HIGH,
            Duration.ZERO, // the condition has the profile's delay, and none above the role's maximum
            true,
            new Budget(20, 300),
            "HZ-05",
            "RQ-10",
            on(ARTERIAL_ROLLER, Response.CUT_AT_ONCE, Response.HOLD),
            on(ARTERIAL_CENTRIFUGAL, Response.CUT_AT_ONCE, Response.HOLD),
            on(CARDIOPLEGIA, Response.CUT_AT_ONCE, Response.STOP),
            on(HAEMOFILTRATION, Response.CUT_AT_ONCE, Response.STOP),
            on(VENT, Response.CUT_AT_ONCE, Response.HOLD),
            on(SUCTION, Response.CUT_AT_ONCE, Response.HOLD)),
    WRONG_DIRECTION(
            "IL-11",
            "Pump turns the wrong way",
            "The pump head: which way it turns, and how its tubing lies.",
            "Leave it stopped. Clamp the line before you touch the head.",
            AlarmSignal.HIGH,
            Duration.ofMillis(50),
            true,
            new Budget(20, 250),
            "HZ-07",
            "RQ-11",
            on(ARTERIAL_ROLLER, Response.CUT, Response.HOLD),
            on(ARTERIAL_CENTRIFUGAL, Response.CUT, Response.HOLD),
            on(CARDIOPLEGIA, Response.CUT, Response.STOP),
            on(HAEMOFILTRATION, Response.CUT, Response.STOP),
            on(VENT, Response.CUT, Response.HOLD),
            on(SUCTION, Response.CUT, Response.HOLD)),
    STILL_TURNING(
            "IL-12",
            "Pump turns after its stop",
            "The pump head.",
            "Clamp its line, then take away its power by hand.",
            AlarmSignal.HIGH,
            Duration.ZERO, // the stop envelope of its commissioning is the delay
            true,
            new Budget(20, 300),
            "HZ-06",
            "RQ-12",
            on(ARTERIAL_ROLLER, Response.CUT, Response.CUT),
            on(ARTERIAL_CENTRIFUGAL, Response.CUT, Response.CUT),
            on(CARDIOPLEGIA, Response.CUT, Response.CUT),
            on(HAEMOFILTRATION, Response.CUT, Response.CUT),
            on(VENT, Response.CUT, Response.CUT),
            on(SUCTION, Response.CUT, Response.CUT)),
    BUS_LOST(
            "IL-13",
            "Drive does not answer",
            "The cable and the power of the drive. The pump itself: does it turn?",
            "Watch flow and pressure by eye. Plug the cable in again, then reset.",
            AlarmSignal.HIGH,
            Duration.ZERO, // the age of the newest good frame is the delay
            true,
            new Budget(300, 500),
            "HZ-20",
            "RQ-13",
            on(ARTERIAL_ROLLER, Response.HOLD, Response.HOLD),
            on(ARTERIAL_CENTRIFUGAL, Response.HOLD, Response.HOLD),
            on(CARDIOPLEGIA, Response.STOP, Response.STOP),
            on(HAEMOFILTRATION, Response.STOP, Response.STOP),
            on(VENT, Response.HOLD_THEN_STOP, Response.HOLD_THEN_STOP),
            on(SUCTION, Response.HOLD_THEN_STOP, Response.HOLD_THEN_STOP)),
    CONTROL_LOST(
            "IL-14",
            "Control loop is dead",
            "The arterial pump: it holds its speed. All other pumps stop.",
            "Watch line and level by eye. STOP still works. Restart the program when the patient is safe.",
            AlarmSignal.HIGH,
            Duration.ZERO, // two witnesses have their own silence
            true,
            new Budget(50, 300),
            "HZ-04",
            "RQ-14",
            on(ARTERIAL_ROLLER, Response.HOLD, Response.HOLD),
            on(ARTERIAL_CENTRIFUGAL, Response.HOLD, Response.HOLD),
            on(CARDIOPLEGIA, Response.STOP, Response.STOP),
            on(HAEMOFILTRATION, Response.STOP, Response.STOP),
            on(VENT, Response.HOLD_THEN_STOP, Response.HOLD_THEN_STOP),
            on(SUCTION, Response.HOLD_THEN_STOP, Response.HOLD_THEN_STOP)),
    SUPERVISOR_LOST(
            "IL-15",
            "Supervisor is dead",
            "Air, level and pressure: nobody watches them.",
            "Watch line and level by eye. Nothing can be started. Restart the program when the patient is safe.",
            AlarmSignal.HIGH,
            Duration.ZERO, // two witnesses have their own silence; judged by the control loop and the bus threads
            true,
            new Budget(100, 200),
            "HZ-04",
            "RQ-15",
            on(ARTERIAL_ROLLER, Response.HOLD, Response.HOLD),
            on(ARTERIAL_CENTRIFUGAL, Response.HOLD, Response.HOLD),
            on(CARDIOPLEGIA, Response.FINISH, Response.FINISH),
            on(HAEMOFILTRATION, Response.FINISH, Response.FINISH),
            on(VENT, Response.HOLD, Response.HOLD),
            on(SUCTION, Response.HOLD, Response.HOLD)),
    NO_ARTERIAL_FLOW(
            "IL-16",
            "No arterial flow for cardioplegia",
            "The arterial pump: it stands, or its line is shut.",
            "Start the arterial pump first, then reset.",
            AlarmSignal.HIGH,
            Duration.ofMillis(500),
            true,
            new Budget(100, 600),
            "HZ-10",
            "RQ-16",
            on(CARDIOPLEGIA, Response.STOP, Response.STOP),
            on(HAEMOFILTRATION, Response.STOP, Response.STOP)),
    CARDIOPLEGIA_OVER_PRESSURE(
            "IL-17",
            "Cardioplegia pressure too high",
            "The cardioplegia line and its cannula.",
            "Open what shuts the line, then reset.",
            AlarmSignal.HIGH,
            Duration.ofMillis(30),
            true,
            new Budget(20, 250),
            "HZ-11",
            "RQ-17",
            on(CARDIOPLEGIA, Response.STOP, Response.STOP)),
    DRIVE_APART(
            "IL-18",
            "Drive turns otherwise than asked",
            "The pump: it keeps a speed of its own, set by hand or from before its cable was out.",
            "Watch flow and pressure by eye. Ask for the speed it has, or stop it and start it anew; then reset.",
            AlarmSignal.HIGH,
            Duration.ofSeconds(1), // a drive that comes back is known again within that
            true,
            new Budget(1_100, 1_100),
            "HZ-20",
            "RQ-18",
            on(ARTERIAL_ROLLER, Response.ALARM, Response.NONE),
            on(ARTERIAL_CENTRIFUGAL, Response.ALARM, Response.NONE),
            on(CARDIOPLEGIA, Response.STOP, Response.HOLD),
            on(HAEMOFILTRATION, Response.STOP, Response.HOLD),
            on(VENT, Response.ALARM, Response.NONE),
            on(SUCTION, Response.ALARM, Response.NONE));

    /// Time that an interlock may take.
    ///
    /// @param firmwareMs from the input to the last byte of the command
    /// @param totalMs    to its effect, drive and mechanics included
    public record Budget(int firmwareMs, int totalMs) {}

    /// What a row does to one kind of pump.
    ///
    /// @param onHazard  when its condition holds
    /// @param onUnknown when it is not known whether it does
    public record Responses(Response onHazard, Response onUnknown) {
        static final Responses NONE = new Responses(Response.NONE, Response.NONE);
    }

    private record On(Duty duty, Responses responses) {}

    private static On on(Duty duty, Response onHazard, Response onUnknown) {
        return new On(duty, new Responses(onHazard, onUnknown));
    }

    private final String id;
    private final String what;
    private final String look;
    private final String act;
    private final AlarmSignal priority;
    private final Duration debounce;
    private final boolean latches;
    private final Budget budget;
    private final String hazard;
    private final String requirement;

    private final Map<Duty, Responses> responses = new EnumMap<>(Duty.class);

    Interlock(
            String id,
            String what,
            String look,
            String act,
            AlarmSignal priority,
            Duration debounce,
            boolean latches,
            Budget budget,
            String hazard,
            String requirement,
            On... responses) {
        this.id = id;
        this.what = what;
        this.look = look;
        this.act = act;
        this.priority = priority;
        this.debounce = debounce;
        this.latches = latches;
        this.budget = budget;
        this.hazard = hazard;
        this.requirement = requirement;
        Arrays.stream(responses).forEach(each -> this.responses.put(each.duty(), each.responses()));
    }

    /// Id of the row, `IL-…`.
    public String id() {
        return id;
    }

    /// Id of its alarm, `AL-…`: the row's number.
    public String alarm() {
        return "AL-" + id.substring(3);
    }

    /// What has happened, in one line.
    public String what() {
        return what;
    }

    /// Where to look, in one line.
    public String look() {
        return look;
    }

    /// What to do, in one line.
    public String act() {
        return act;
    }

    /// Priority of its alarm.
    public AlarmSignal priority() {
        return priority;
    }

    /// How long its condition must hold, in time between distinct samples. Not counted in cycles.
    public Duration debounce() {
        return debounce;
    }

    /// Whether it goes on acting when its condition is gone, until the operator resets it.
    public boolean latches() {
        return latches;
    }

    public Budget budget() {
        return budget;
    }

    /// Id of the hazard it stands against, `HZ-…`.
    public String hazard() {
        return hazard;
    }

    /// Id of the requirement it meets, `RQ-…`.
    public String requirement() {
        return requirement;
    }

    /// What it does to one kind of pump.
    public Responses on(Duty duty) {
        return responses.getOrDefault(duty, Responses.NONE);
    }
}
