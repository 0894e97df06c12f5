package org.altercor.config.rig;

import java.time.Duration;
import java.util.Locale;
import org.altercor.config.LossPolicy;
import org.altercor.config.PumpHead;
import org.altercor.config.PumpRole;
import org.altercor.config.rig.Fitness.Fit;
import org.altercor.config.rig.Fitness.Unfit;
import org.altercor.config.rig.Silence.Action;
import org.altercor.config.rig.Silence.Fixed;
import org.altercor.config.rig.Silence.Lease;
import org.altercor.config.rig.Silence.Nothing;

/// Decides whether a drive that its master has left alone does what the role of its pump needs.
///
/// ```
///                     nothing   hold   stop    coast             lease   fed by run pulses
/// arterial            yes       yes    no      no                yes     never
/// cardioplegia,       no        no     ≤ 1 s   roller, ≤ 1 s     ≤ 1 s   roller: always
/// haemofiltration
/// vent, suction       no        no     ≤ 10 s  roller, ≤ 10 s    ≤ 10 s  never
/// ```
///
/// Run pulses cut the drive's power the moment the firmware dies, so the shaft coasts: an occlusive roller stands and
/// shuts the line, a centrifugal head becomes an open pipe. That is why neither coasting nor run pulses count as a stop
/// for a centrifugal head, and why a vent or a sucker, which is to hold first, is not fed by them.
public final class SilenceRule {
    /// Longest silence before cardioplegia and haemofiltration must stop: our own judgement, three times the 300 ms of
    /// the firmware's own lease.
    public static final Duration LONGEST_TO_STOP = Duration.ofSeconds(1);

    /// Longest silence before vent and suction must stop.
    public static final Duration LONGEST_TO_HOLD = LossPolicy.LONGEST_HOLD;

    private SilenceRule() {}

    /// Whether a drive can serve.
    ///
    /// @param role             role of its pump
    /// @param head             head of its pump
    /// @param silence          what the drive does on silence
    /// @param isFedByRunPulses whether its power ceases with the firmware
    public static Fitness judge(PumpRole role, PumpHead head, Silence silence, boolean isFedByRunPulses) {
        return switch (role) {
            case ARTERIAL -> hold(silence, isFedByRunPulses);
            case CARDIOPLEGIA, HAEMOFILTRATION ->
                isFedByRunPulses ? cut(role, head) : stop(role, head, silence, LONGEST_TO_STOP);
            case VENT, SUCTION -> isFedByRunPulses ? cutTooSoon(role) : stop(role, head, silence, LONGEST_TO_HOLD);
        };
    }

    private static Fitness hold(Silence silence, boolean isFedByRunPulses) {
        String needed = "an arterial drive holds its speed: the brain does not survive minutes without flow";
        if (isFedByRunPulses) {
            return new Unfit("its power ceases with the run pulses, so it stops when the program dies", needed);
        }
        return switch (silence) {
            case Nothing _, Lease _ -> new Fit();
            case Fixed(var action, var _) ->
                switch (action) {
                    case HOLD -> new Fit();
                    case STOP, COAST -> new Unfit("it " + silence.text(), needed);
                };
        };
    }

    private static Fitness cut(PumpRole role, PumpHead head) {
        return switch (head) {
            case ROLLER -> new Fit();
            case CENTRIFUGAL ->
                new Unfit(
                        "its power ceases with the run pulses, and a centrifugal head that coasts is an open pipe",
                        String.format(
                                Locale.ROOT, "a %s drive that brakes by itself, with power of its own", role.word()));
        };
    }

    private static Fitness cutTooSoon(PumpRole role) {
        return new Unfit(
                "its power ceases with the run pulses, so it stops the moment the program dies",
                String.format(
                        Locale.ROOT,
                        "a %s drive holds its speed first, and stops within %d ms by itself or by a lease",
                        role.word(),
                        LONGEST_TO_HOLD.toMillis()));
    }

    private static Fitness stop(PumpRole role, PumpHead head, Silence silence, Duration longest) {
        String needed = String.format(
                Locale.ROOT,
                "a %s drive brakes to standstill within %d ms of silence, by itself or by a lease; %s",
                role.word(),
                longest.toMillis(),
                cutPower(role, head));
        Unfit unfit = new Unfit("it " + silence.text(), needed);
        return switch (silence) {
            case Nothing _ -> unfit;
            case Lease(var after) -> after.compareTo(longest) <= 0 ? new Fit() : unfit;
            case Fixed(var action, var after) -> {
                boolean stops = action == Action.STOP || (action == Action.COAST && head == PumpHead.ROLLER);
                yield stops && after.compareTo(longest) <= 0 ? new Fit() : unfit;
            }
        };
    }

    private static String cutPower(PumpRole role, PumpHead head) {
        return switch (head) {
            case ROLLER ->
                role == PumpRole.VENT || role == PumpRole.SUCTION
                        ? "a roller may coast"
                        : "run pulses that cut its power do as well";
            case CENTRIFUGAL -> "a centrifugal head that coasts is an open pipe, so cutting its power will not do";
        };
    }
}
