package org.altercor.controller.loop;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.Limiter;
import org.altercor.safety.supervise.PumpMode;

/// One cycle of one pump: look, judge, want, limit, ramp, tell.
///
/// Whatever happens to modes, limits and sensors, the commanded speed moves by one ramp step at most. One thing alone
/// is quicker: a drive that is kept at zero hears nothing else, and is told zero.
///
/// Pure; the state is exchanged as a frame; allocates nothing.
final class PumpControl implements Frame {
    private final ControlledPump pump;
    private final PumpNow now;
    private final RequestJudge judge;
    private final PumpModes modes;
    private final Ceilings ceilings;
    private final Delivery delivery;
    private long judgedId;
    private double commandedRpm;
    private double wantedRpm;
    private double reachedRpm;

    PumpControl(ControlledPump pump) {
        this.pump = pump;
        now = new PumpNow(pump);
        judge = new RequestJudge(pump);
        modes = new PumpModes(pump);
        ceilings = new Ceilings(pump);
        delivery = new Delivery(pump.strokeMl());
    }

    /// What was asked up to now was asked of somebody else.
    void skip(PumpRequests requests) {
        judgedId = requests.id[pump.index()];
    }

    /// Takes one cycle.
    ///
    /// @param isListening  whether requests may be judged
    /// @param isSupervised whether the supervisor is alive
    void step(
            ControlInputs inputs,
            boolean isListening,
            boolean isSupervised,
            double stepSeconds,
            ControlSnapshot snapshot) {
        look(inputs, isSupervised, stepSeconds);
        if (isListening) {
            hear(inputs.requests);
        }
        modes.leave(now, ceilings.rpm());
        if (!now.mayIncrease) {
            modes.cut(now, reachedRpm);
        }
        move();
        tell(snapshot);
    }

    private void look(ControlInputs inputs, boolean isSupervised, double stepSeconds) {
        now.commandedRpm = commandedRpm;
        now.isHeldBack = wantedRpm > ceilings.rpm();
        now.look(inputs, isSupervised, stepSeconds);
        if (now.isKeptAtZero) {
            // What was asked before the stop is forgotten, or the pump would start by itself when it is released.
            modes.stop();
            commandedRpm = 0;
            now.commandedRpm = 0;
        }
        modes.see(now);
        ceilings.step(now, modes.floorRpm(now));
    }

    private void hear(PumpRequests requests) {
        int index = pump.index();
        boolean isNew = requests.id[index] != judgedId;
        boolean isStop = requests.asksForStandstill(index) && modes.mode() != PumpMode.STOPPED;
        if (!isNew && !isStop) { // zero is obeyed under any number
            return;
        }
        judgedId = requests.id[index];
        if (judge.judge(requests, now, ceilings.rpm())) {
            modes.enter(requests, index, now);
            reachedRpm = commandedRpm;
        }
    }

    private void move() {
        boolean wasStanding = commandedRpm == 0;
        wantedRpm = modes.wantedRpm(now);
        commandedRpm = SpeedLaw.next(
                commandedRpm,
                wantedRpm,
                ceilings.rpm(),
                modes.riseToRpm(now, ceilings.rpm()),
                pump.limits().rampRpmPerSecond() * now.stepSeconds);
        reachedRpm = Math.max(reachedRpm, commandedRpm);
        boolean isLimitedToZero = commandedRpm == 0 && ceilings.rpm() == 0;
        boolean isCutToZero = (modes.mode() == PumpMode.SPEED || modes.mode() == PumpMode.FLOW) && wantedRpm == 0;
        if (isLimitedToZero || isCutToZero) {
            modes.stop(); // a limit of zero is a stop, and its end starts nothing
            wantedRpm = 0;
        }
        delivery.step(now, wasStanding && commandedRpm > 0);
    }

    private void tell(ControlSnapshot snapshot) {
        int index = pump.index();
        snapshot.mode[index] = modes.mode();
        snapshot.commandedRpm[index] = commandedRpm;
        snapshot.targetRpm[index] = wantedRpm;
        snapshot.setFlowMlPerMin[index] = modes.setMlPerMin(now);
        modes.tellAsked(snapshot, index);
        snapshot.computedFlowMlPerMin[index] = delivery.flowMlPerMin();
        snapshot.deliveredMl[index] = delivery.deliveredMl();
        snapshot.isDeprimed[index] = modes.isDeprimed();
        snapshot.ceilingRpm[index] = ceilings.rpm();
        snapshot.limiter[index] = limiter();
        snapshot.requestId[index] = judgedId;
        snapshot.answer[index] = judge.answer();
        snapshot.answerDetail[index] = judge.detail();
    }

    private Limiter limiter() {
        if (now.isKeptAtZero) {
            return Limiter.KEPT_AT_ZERO;
        }
        if (wantedRpm > ceilings.rpm()) {
            return ceilings.lowest();
        }
        if (modes.hasLostSensor()) {
            return Limiter.SENSOR_LOST;
        }
        if (!now.mayIncrease && (modes.isCut() || wantedRpm > commandedRpm)) {
            return now.isBlind ? Limiter.SENSOR_LOST : Limiter.NO_INCREASE;
        }
        return modes.isCut() ? Limiter.CUT_SHORT : Limiter.NONE;
    }

    @Override
    public void exchange(FieldExchange fields) {
        fields.part("judge", judge);
        fields.part("modes", modes);
        fields.part("ceilings", ceilings);
        fields.part("delivery", delivery);
        judgedId = fields.int64("judgedId", judgedId);
        commandedRpm = fields.float64("commandedRpm", commandedRpm);
        wantedRpm = fields.float64("wantedRpm", wantedRpm);
        reachedRpm = fields.float64("reachedRpm", reachedRpm);
    }
}
