package org.altercor.config.circuit;

import static org.altercor.config.circuit.LineParameters.*;
import static org.altercor.config.circuit.PatientParameters.*;
import static org.altercor.config.circuit.PumpParameters.*;

import java.util.List;
import java.util.Optional;

/// Kinds of parts. A part either holds blood at one pressure, or leads it from one such part to another, or describes
/// what all of them share.
public enum PartKind {
    JUNCTION(
            "junction",
            Shape.HOLDS,
            "a place where lines meet",
            HEIGHT,
            COMPLIANCE,
            WALL_LAG,
            HOLDS,
            BURSTS,
            OWN_HAEMATOCRIT,
            OWN_TEMPERATURE),
    RESERVOIR(
            "reservoir",
            Shape.HOLDS,
            "an open vessel with a surface: reservoir, bag, wound, chamber of the heart",
            HEIGHT,
            AREA,
            VOLUME,
            GAS_PRESSURE,
            VORTEX,
            OWN_HAEMATOCRIT,
            OWN_TEMPERATURE),
    COMPARTMENT(
            "compartment",
            Shape.HOLDS,
            "vessels of the patient that widen with pressure",
            HEIGHT,
            VESSELS,
            UNSTRESSED,
            VOLUME,
            FOLDS,
            OWN_HAEMATOCRIT,
            OWN_TEMPERATURE),
    TANK(
            "tank",
            Shape.HOLDS,
            "a source or sink at a pressure of its own, for benches",
            HEIGHT,
            PRESSURE,
            OWN_HAEMATOCRIT,
            OWN_TEMPERATURE),

    TUBE("tube", Shape.LEADS, "a piece of tubing", BORE, LENGTH, WALL, HEADS, CLOSED),
    CANNULA(
            "cannula",
            Shape.LEADS,
            "a cannula by its pressure drop",
            LINEAR,
            QUADRATIC,
            REFERENCE_VISCOSITY,
            INERTANCE,
            CLOSED,
            CLOTTING),
    RESISTOR(
            "resistance",
            Shape.LEADS,
            "anything with a pressure drop: bench valve, connector, heat exchanger",
            LINEAR,
            QUADRATIC,
            REFERENCE_VISCOSITY,
            INERTANCE,
            CLOSED,
            CLOTTING),
    FILTER(
            "filter",
            Shape.LEADS,
            "an arterial filter",
            LINEAR,
            QUADRATIC,
            REFERENCE_VISCOSITY,
            INERTANCE,
            CLOSED,
            CLOTTING,
            TRAPS.butUsually(95, "[U]")),
    OXYGENATOR(
            "oxygenator",
            Shape.LEADS,
            "an oxygenator with its heat exchanger",
            LINEAR,
            QUADRATIC,
            REFERENCE_VISCOSITY,
            INERTANCE,
            CLOSED,
            CLOTTING,
            TRAPS.butUsually(90, "[U]"),
            WATER,
            EXCHANGE,
            OXYGEN,
            SWEEP,
            TRANSFER),
    VALVE("valve", Shape.LEADS, "a one-way valve", LINEAR, QUADRATIC, INERTANCE, OPENS),
    FLOW_SOURCE("flow", Shape.LEADS, "a flow that pressures do not change: bleeding, infusion, ultrafiltrate", FLOW),
    ROLLER(
            "roller",
            Shape.PUMPS,
            "a roller head",
            STROKE,
            LEAK,
            ROLLERS,
            MISSING,
            DIP,
            STARVES,
            FASTEST,
            RAMP,
            LAG,
            STANDSTILL,
            COAST),
    CENTRIFUGAL(
            "centrifugal",
            Shape.PUMPS,
            "a centrifugal head",
            SHUT_OFF,
            HEAD_R1,
            HEAD_R2,
            HEAD_RREC,
            HEAD_K,
            BACKWARD_HEAD,
            FADES,
            DEPRIMED,
            PASSAGE,
            FASTEST.butUsually(4_000, "domain of a published curve [P25]"),
            RAMP.butUsually(2_000, "1,000 to 3,000 [U]"),
            LAG.butUsually(250, "150 to 400 ms [U]"),
            STANDSTILL.butUsually(600, "(J)"),
            COAST.butUsually(450, "spins down in 0.2 to 0.7 s [D]")),
    BED(
            "bed",
            Shape.LEADS,
            "small vessels and the tissue they feed",
            RESISTANCE,
            CLOSING,
            TONE,
            COLD_TONE,
            VISCOUS_SHARE,
            CONSUMPTION,
            COOLING,
            EXTRACTION,
            CORE,
            SHELL,
            CORE_START,
            SHELL_START,
            CORE_TO_SHELL,
            SHELL_TO_ROOM),
    VENOUS_INLET(
            "venous-inlet",
            Shape.LEADS,
            "a vein around the tip of a cannula, which collapses when more is drawn than flows in",
            LINEAR.butUsually(1, "(J)"),
            COLLAPSES),
    HEART(
            "heart",
            Shape.LEADS,
            "heart and lungs of the patient, from veins to arteries",
            RATE,
            LARGEST_STROKE,
            HALF_FILLING,
            STRENGTH,
            EJECTION,
            STALLS,
            LUNGS),

    BLOOD("blood", Shape.DESCRIBES, "what flows", HAEMATOCRIT, TEMPERATURE, DENSITY, VISCOSITY),
    PATIENT("patient", Shape.DESCRIBES, "the patient as a whole", SURFACE, AMBIENT);

    /// What a part is in the network.
    public enum Shape {
        /// Holds blood at one pressure.
        HOLDS,
        /// Leads blood from one holding part to another.
        LEADS,
        /// Leads blood, and is turned by a drive.
        PUMPS,
        /// Describes what all parts share; at most one of its kind.
        DESCRIBES
    }

    private final String word;
    private final Shape shape;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // a list that cannot change
    private final List<Parameter> parameters;

    PartKind(String word, Shape shape, String meaning, Parameter... parameters) {
        this.word = word;
        this.shape = shape;
        this.meaning = meaning;
        this.parameters = List.of(parameters);
    }

    /// The word under the key `type`.
    public String word() {
        return word;
    }

    public Shape shape() {
        return shape;
    }

    /// What it stands for, in a few words.
    public String meaning() {
        return meaning;
    }

    /// Its numbers, in the order in which tables print them.
    public List<Parameter> parameters() {
        return parameters;
    }

    /// One of its numbers by its key.
    public Optional<Parameter> parameter(String key) {
        return parameters.stream()
                .filter(parameter -> parameter.key().equals(key))
                .findFirst();
    }

    /// Whether it joins two holding parts.
    public boolean hasEnds() {
        return shape == Shape.LEADS || shape == Shape.PUMPS;
    }
}
