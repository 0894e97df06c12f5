package org.altercor.controller.loop;

import java.util.Arrays;
import java.util.List;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.supervise.Answer;
import org.altercor.safety.supervise.BeatWatch;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.PumpMode;

/// The control loop's decisions: one pure step from inputs and state to a snapshot that says what each drive is asked.
///
/// It reads no clock and no port. The state is the fields of this object, exchanged as a frame; the step allocates
/// nothing.
public final class ControlCore implements Frame {
    /// Silence after which a witness of the supervisor's death speaks: twenty of its periods. Our own judgement. Its
    /// death stops nothing: it takes the right to start and to speed up.
    static final long SUPERVISOR_SILENCE_NANOS = 100_000_000;

    /// Longest time one ramp step may cover. A loop that was held up must not make up for it in one jump.
    private static final long LONGEST_STEP_NANOS = 20_000_000;

    private final List<PumpLimits> pumps;
    private final BeatWatch supervisor = new BeatWatch(SUPERVISOR_SILENCE_NANOS);
    private final double[] commandedRpm;
    private final double[] targetRpm;
    private final long[] judgedId;
    private final Answer[] answer;
    private long lastNanos;
    private boolean started;
    private boolean listening; // since it was first known what is asked

    /// @param pumps what must be known of each pump, in the machine's order
    public ControlCore(List<PumpLimits> pumps) {
        this.pumps = List.copyOf(pumps);
        commandedRpm = new double[pumps.size()];
        targetRpm = new double[pumps.size()];
        judgedId = new long[pumps.size()];
        answer = new Answer[pumps.size()];
        Arrays.fill(answer, Answer.NONE);
    }

    /// Takes one cycle. Fills `snapshot` completely.
    public void step(ControlInputs inputs, ControlSnapshot snapshot) {
        long nowNanos = inputs.nowNanos;
        if (inputs.safetyReadable) {
            supervisor.hear(inputs.safety.beat, nowNanos);
        }
        boolean supervised = supervisor.isAlive(nowNanos); // one unreadable report is not yet a death
        if (!listening && inputs.requestsKnown) {
            // What was asked before this loop could hear was asked of another one: nothing starts by itself.
            System.arraycopy(inputs.requests.id, 0, judgedId, 0, judgedId.length);
            listening = true;
        }
        double stepSeconds = stepSeconds(nowNanos);

        snapshot.nowNanos = nowNanos;
        snapshot.supervisorAlive = supervised;
        for (int pump = 0; pump < commandedRpm.length; pump++) {
            PumpLimits limits = pumps.get(pump);
            boolean mayIncrease = supervised && inputs.safety.mayIncrease[pump];
            boolean mayStart = supervised && inputs.safety.mayStart[pump] && inputs.seen.drives[pump].isJoined;
            double limitRpm =
                    supervised ? SpeedLaw.ceiling(inputs.safety.limitRpm[pump], commandedRpm[pump]) : Double.MAX_VALUE;
            limitRpm = Math.min(limitRpm, limits.ceilingRpm());

            if (inputs.seen.drives[pump].isKeptAtZero()) {
                // What was asked before the stop is forgotten, or the pump would start by itself when it is released.
                commandedRpm[pump] = 0;
                targetRpm[pump] = 0;
                mayStart = false;
            }
            boolean zeroIsAsked = wantedRpm(inputs.requests, pump) == 0 && targetRpm[pump] != 0;
            boolean isNew = listening && inputs.requests.id[pump] != judgedId[pump];
            if (isNew || zeroIsAsked) { // zero is obeyed under any number
                judge(pump, inputs, limits, mayStart && limitRpm > 0, mayIncrease);
            }
            if (!mayIncrease && Math.abs(targetRpm[pump]) > Math.abs(commandedRpm[pump])) {
                targetRpm[pump] = commandedRpm[pump]; // a rise that was cut short does not go on by itself
            }
            commandedRpm[pump] = SpeedLaw.next(
                    commandedRpm[pump],
                    targetRpm[pump],
                    limitRpm,
                    mayIncrease,
                    limits.rampRpmPerSecond() * stepSeconds);
            if (commandedRpm[pump] == 0 && limitRpm == 0) {
                targetRpm[pump] = 0; // a limit of zero is a stop, and its end starts nothing
            }

            snapshot.mode[pump] = targetRpm[pump] == 0 ? PumpMode.STOPPED : PumpMode.SPEED;
            snapshot.ceilingRpm[pump] = limitRpm;
            snapshot.commandedRpm[pump] = commandedRpm[pump];
            snapshot.targetRpm[pump] = targetRpm[pump];
            snapshot.requestId[pump] = judgedId[pump];
            snapshot.answer[pump] = answer[pump];
        }
        supervisor.beat(snapshot.beat, inputs.safety.beat, nowNanos);
    }

    private void judge(int pump, ControlInputs inputs, PumpLimits limits, boolean mayStart, boolean mayIncrease) {
        double measuredRpm = inputs.seen.drives[pump].knownRpm(inputs.nowNanos);
        double wantedRpm = wantedRpm(inputs.requests, pump);
        judgedId[pump] = inputs.requests.id[pump];
        answer[pump] =
                SpeedLaw.judge(wantedRpm, commandedRpm[pump], measuredRpm, limits.maximumRpm(), mayStart, mayIncrease);
        if (answer[pump] == Answer.ACCEPTED) {
            targetRpm[pump] = wantedRpm;
        }
    }

    private static double wantedRpm(PumpRequests requests, int pump) {
        return requests.mode[pump] == PumpMode.STOPPED ? 0 : requests.speedRpm[pump];
    }

    private double stepSeconds(long nowNanos) {
        long sinceNanos = started ? Math.clamp(nowNanos - lastNanos, 0, LONGEST_STEP_NANOS) : 0;
        started = true;
        lastNanos = nowNanos;
        return sinceNanos / 1e9;
    }

    @Override
    public void exchange(FieldExchange fields) {
        fields.enter("supervisor", 0);
        supervisor.exchange(fields);
        fields.leave();
        started = fields.flag("started", started);
        listening = fields.flag("listening", listening);
        lastNanos = fields.int64("lastNanos", lastNanos);
        for (int pump = 0; pump < commandedRpm.length; pump++) {
            fields.enter("pump", pump);
            commandedRpm[pump] = fields.float64("commandedRpm", commandedRpm[pump]);
            targetRpm[pump] = fields.float64("targetRpm", targetRpm[pump]);
            judgedId[pump] = fields.int64("judgedId", judgedId[pump]);
            answer[pump] = Answer.ofCode(fields.int8("answer", answer[pump].code()));
            fields.leave();
        }
    }
}
