package org.altercor.controller.loop;

import org.altercor.safety.frame.FieldExchange;

/// A centrifugal head: its flow depends on the pressures before and behind it, and standing it is an open pipe.
///
/// ```
/// start   up to the feed-forward behind the shut clamp ── the supervisor opens ── flow, by the probe
/// stop    down to what holds the line ── the supervisor shuts ── down to standstill
/// ```
final class CentrifugalLaw extends HeadLaw {
    /// Longest time that a head may turn against a shut line: its blood grows warm. From "never run without flow for
    /// more than 30 s" [P84].
    static final long SHUT_NANOS = 30_000_000_000L;

    /// How long a probe may be unknown before flow mode counts it as lost; the speed is held meanwhile. Our own
    /// judgement: five of its samples.
    static final long PROBE_NANOS = 500_000_000;

    private final boolean hasClamp;
    private final HoldingSpeed holding;
    private final ZeroFlowTrim zeroFlow;
    private final FlowTrim flow;
    private final PrimeWatch prime;
    private boolean isShut;
    private long shutSinceNanos;
    private boolean isProbeKnown;
    private long probeKnownNanos;

    CentrifugalLaw(ControlledPump pump, ControlledPump.Head.Centrifugal head) {
        hasClamp = head.hasClamp();
        holding = new HoldingSpeed(head, pump.limits().ceilingRpm());
        zeroFlow = new ZeroFlowTrim(head);
        flow = new FlowTrim(head, pump.limits().ceilingRpm());
        prime = new PrimeWatch(head);
    }

    @Override
    void see(PumpNow now) {
        holding.see(now);
        prime.see(now);
        if (!now.isLineShut || !isShut) {
            isShut = now.isLineShut;
            shutSinceNanos = now.nanos;
        }
        isProbeKnown |= !Double.isNaN(now.flowMlPerMin);
        if (!Double.isNaN(now.flowMlPerMin)) {
            probeKnownNanos = now.nanos;
        }
    }

    @Override
    void beginFlow(PumpNow now, double setMlPerMin) {
        flow.begin(now, setMlPerMin);
    }

    @Override
    double flowRpm(PumpNow now, double setMlPerMin) {
        if (prime.isDubious()) { // more speed would beat the air into foam
            flow.begin(now, setMlPerMin);
            return now.commandedRpm;
        }
        return flow.rpm(now, setMlPerMin, holding.floorRpm());
    }

    @Override
    boolean hasLostFlow(PumpNow now) {
        return !isProbeKnown || now.nanos - probeKnownNanos > PROBE_NANOS;
    }

    @Override
    double reachedMlPerMin(PumpNow now, double reachedRpm) {
        return flow.reachedMlPerMin(now);
    }

    @Override
    void beginZeroFlow() {
        zeroFlow.begin();
    }

    @Override
    double zeroFlowRpm(PumpNow now) {
        if (prime.isDubious()) {
            return now.commandedRpm;
        }
        return Math.max(holding.rpm() + zeroFlow.rpm(now), holding.guardRpm());
    }

    @Override
    boolean hasHeldShutLine(PumpNow now) {
        return isShut && now.nanos - shutSinceNanos > SHUT_NANOS;
    }

    /// A stop never speeds up.
    @Override
    double stopRpm(PumpNow now) {
        return hasClamp && !now.isLineShut ? Math.min(now.commandedRpm, zeroFlowRpm(now)) : 0;
    }

    @Override
    double floorRpm(PumpNow now) {
        return holding.floorRpm();
    }

    @Override
    boolean isDeprimed() {
        return prime.isDeprimed();
    }

    @Override
    public void exchange(FieldExchange fields) {
        fields.part("prime", prime);
        fields.part("holding", holding);
        fields.part("zeroFlow", zeroFlow);
        fields.part("flow", flow);
        isShut = fields.flag("isShut", isShut);
        shutSinceNanos = fields.int64("shutSinceNanos", shutSinceNanos);
        isProbeKnown = fields.flag("isProbeKnown", isProbeKnown);
        probeKnownNanos = fields.int64("probeKnownNanos", probeKnownNanos);
    }
}
