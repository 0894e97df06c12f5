package org.altercor.controller.loop;

import java.util.Arrays;
import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;
import org.altercor.safety.supervise.PumpMode;

/// The newest request for each pump. A request is new when its number differs from the one judged last.
///
/// A bag without an invariant: what it asks for is judged by the control loop at a cycle boundary. Numbers that a mode
/// does not need are not looked at. Owner: one thread.
public final class PumpRequests implements Frame {
    /// Number of the newest request for each pump; 0 when there was none.
    public final long[] id;

    /// Mode asked for; `STOPPED` asks for standstill, and is never refused.
    public final PumpMode[] mode;

    /// Speed in rpm, in speed mode; 0 asks for standstill.
    public final double[] speedRpm;

    /// Flow in mL/min, in flow mode; mean flow, in pulsatile mode.
    public final double[] flowMlPerMin;

    /// Beats per minute, in pulsatile mode.
    public final double[] ratePerMin;

    /// Share of a beat that is its pulse, in percent, in pulsatile mode.
    public final double[] widthPercent;

    /// Flow between pulses, in percent of the mean, in pulsatile mode.
    public final double[] basePercent;

    /// Parts of the leader's flow to one part of this pump's, in follower mode.
    public final double[] ratio;

    /// @param pumps number of pumps of the machine
    public PumpRequests(int pumps) {
        id = new long[pumps];
        mode = new PumpMode[pumps];
        Arrays.fill(mode, PumpMode.STOPPED);
        speedRpm = new double[pumps];
        flowMlPerMin = new double[pumps];
        ratePerMin = new double[pumps];
        widthPercent = new double[pumps];
        basePercent = new double[pumps];
        ratio = new double[pumps];
    }

    /// Asks a pump for a speed.
    public void askSpeed(int pump, double rpm) {
        id[pump]++;
        mode[pump] = rpm == 0 ? PumpMode.STOPPED : PumpMode.SPEED;
        speedRpm[pump] = rpm;
    }

    /// Whether standstill is asked of a pump, in whichever words.
    boolean asksForStandstill(int pump) {
        return switch (mode[pump]) {
            case STOPPED -> true;
            case SPEED -> speedRpm[pump] == 0;
            case FLOW, PULSATILE -> flowMlPerMin[pump] == 0;
            case FOLLOWER, ZERO_FLOW -> false;
        };
    }

    @Override
    public void exchange(FieldExchange fields) {
        for (int pump = 0; pump < id.length; pump++) {
            fields.enter("request", pump);
            id[pump] = fields.int64("id", id[pump]);
            mode[pump] = PumpMode.ofCode(fields.int8("mode", mode[pump].code()));
            speedRpm[pump] = fields.float64("speedRpm", speedRpm[pump]);
            flowMlPerMin[pump] = fields.float64("flowMlPerMin", flowMlPerMin[pump]);
            ratePerMin[pump] = fields.float64("ratePerMin", ratePerMin[pump]);
            widthPercent[pump] = fields.float64("widthPercent", widthPercent[pump]);
            basePercent[pump] = fields.float64("basePercent", basePercent[pump]);
            ratio[pump] = fields.float64("ratio", ratio[pump]);
            fields.leave();
        }
    }
}
