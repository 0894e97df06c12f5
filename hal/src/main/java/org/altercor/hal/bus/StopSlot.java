package org.altercor.hal.bus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// The sticky place where a stop is demanded of one drive.
///
/// A count of demands and a count of what was released, instead of a flag, so that a demand made while somebody
/// else is releasing is never lost: a release names the demand it answers, and only releases up to there.
///
/// ```
/// demands   1 ─────── 2 ─────────────────
/// released  0 ──────────── 1 (of demand 1) ── 2
/// set       yes       yes  yes, still         no
/// ```
///
/// Any thread; returns at once; allocates nothing.
public final class StopSlot {
    private static final VarHandle DEMANDS;
    private static final VarHandle RELEASED;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            DEMANDS = lookup.findVarHandle(StopSlot.class, "demands", long.class);
            RELEASED = lookup.findVarHandle(StopSlot.class, "released", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // through DEMANDS
    private long demands;

    @SuppressWarnings("unused") // through RELEASED
    private long released;

    /// Demands standstill.
    ///
    /// @return the number of this demand, for [#release]
    public long demand() {
        return (long) DEMANDS.getAndAdd(this, 1L) + 1;
    }

    /// Takes back every demand up to and including `demand`. A later demand stays in force.
    public void release(long demand) {
        long before = (long) RELEASED.getVolatile(this);
        while (demand > before && !RELEASED.compareAndSet(this, before, demand)) {
            before = (long) RELEASED.getVolatile(this);
        }
    }

    /// Whether a demand is in force.
    public boolean isSet() {
        return demands() > released();
    }

    /// Demands made since start.
    public long demands() {
        return (long) DEMANDS.getVolatile(this);
    }

    /// The newest demand that was taken back.
    public long released() {
        return (long) RELEASED.getVolatile(this);
    }
}
