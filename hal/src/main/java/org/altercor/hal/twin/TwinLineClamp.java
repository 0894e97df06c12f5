package org.altercor.hal.twin;

import java.time.Duration;
import java.util.List;
import org.altercor.config.rig.Unpowered;
import org.altercor.hal.cell.ReadingCell;
import org.altercor.hal.port.LineClamp;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;
import org.altercor.hal.port.SwitchReading;

/// A simulated clamp: its jaw travels at a constant speed to where it was sent last, and without power to where its
/// spring takes it, if it has one.
///
/// It is found as it was left; one with a spring is found where that takes it. With its power back it goes where it was
/// sent
/// last, as a clamp on a wire does. Owner: the twin's thread, but for the port's calls. Allocates nothing after
/// construction.
public final class TwinLineClamp implements LineClamp, TwinOutput, TwinDevice<ClampFault> {
    /// It takes this share of the time its rig grants, so that the twin stays within its own figure.
    private static final double TRAVEL_SHARE = 0.8;

    private static final double OPEN_PERCENT = 0;
    private static final double SHUT_PERCENT = 100;

    private final double percentPerNano;
    private final double springPercent; // NaN without a spring
    private final TwinSupply supply;
    private final ReadingCell position = new ReadingCell();
    private final TwinContact moving = new TwinContact();

    private volatile double sentPercent = Double.NaN; // NaN until it was sent anywhere; supervisor only

    private double closedPercent;
    private boolean stuck;
    private boolean closes;
    private double speedShare = 1;
    private boolean lies;
    private boolean unplugged;
    private boolean silent;
    private double toldPercent = Double.NaN; // NaN until it told any
    private long toldNanos;
    private long steppedNanos;
    private boolean stepped;

    /// A clamp that was left open.
    ///
    /// @param closesWithin time granted from open to shut
    /// @param unpowered    where it goes without power
    /// @param supply       its power
    /// @throws IllegalArgumentException when `unpowered` is no position of a clamp
    public TwinLineClamp(Duration closesWithin, Unpowered unpowered, TwinSupply supply) {
        this(closesWithin, unpowered, false, supply);
    }

    /// @param closesWithin time granted from open to shut
    /// @param unpowered    where it goes without power
    /// @param foundShut    whether it was left shut; of one without a spring only
    /// @param supply       its power
    /// @throws IllegalArgumentException when `unpowered` is no position of a clamp
    public TwinLineClamp(Duration closesWithin, Unpowered unpowered, boolean foundShut, TwinSupply supply) {
        percentPerNano = SHUT_PERCENT / (TRAVEL_SHARE * closesWithin.toNanos());
        springPercent = switch (unpowered) {
            case OPEN -> OPEN_PERCENT;
            case CLOSED -> SHUT_PERCENT;
            case AS_IS -> Double.NaN;
            case OFF, ON, NOT_TRIPPED, TRIPPED, SOUNDING, SILENT ->
                throw new IllegalArgumentException("no position of a clamp: " + unpowered.word());
        };
        double leftPercent = foundShut ? SHUT_PERCENT : OPEN_PERCENT;
        closedPercent = Double.isNaN(springPercent) ? leftPercent : springPercent;
        this.supply = supply;
    }

    @Override
    public void open() {
        sentPercent = OPEN_PERCENT;
    }

    @Override
    public void close() {
        sentPercent = SHUT_PERCENT;
    }

    @Override
    public void readClosedPercent(Reading into) {
        position.copyTo(into);
    }

    @Override
    public void readMoving(SwitchReading into) {
        moving.copyTo(into);
    }

    @Override
    public void step(long nowNanos) {
        double goalPercent = closes ? SHUT_PERCENT : supply.isOn() ? sentPercent : springPercent;
        double travelPercent = stepped && !stuck ? (nowNanos - steppedNanos) * percentPerNano * speedShare : 0;
        double missingPercent = Double.isNaN(goalPercent) ? 0 : goalPercent - closedPercent;
        stepped = true;
        steppedNanos = nowNanos;
        closedPercent += Math.clamp(missingPercent, -travelPercent, travelPercent);
        if (silent) {
            return;
        }
        if (unplugged) {
            position.publish(toldPercent, toldPercent, toldNanos, Quality.DISCONNECTED);
            moving.lose(toldNanos, Quality.DISCONNECTED);
            return;
        }
        toldPercent = lies && !Double.isNaN(goalPercent) ? goalPercent : closedPercent;
        toldNanos = nowNanos;
        position.publish(toldPercent, toldPercent, nowNanos, Quality.GOOD);
        moving.look(missingPercent != 0 && !stuck && !lies, nowNanos);
    }

    /// Where its jaw really is, in percent, whatever it reports. Twin's thread only.
    public double jawPercent() {
        return closedPercent;
    }

    /// What its jaw does, whatever it reports. Twin's thread only.
    ///
    /// @param clamp its name
    public Signal signal(String clamp) {
        return new Signal(clamp + ".jaw-percent", "%", "where its jaw is: 0 open, 100 closed", this::jawPercent);
    }

    @Override
    public List<ClampFault> happenings() {
        return List.of(ClampFault.values());
    }

    @Override
    public void happen(ClampFault what, double amount) {
        switch (what) {
            case STUCK -> stuck = true;
            case CLOSES -> closes = true;
            case SLOW -> speedShare = 1 - amount / 100;
            case LIES -> lies = true;
            case UNPLUGGED -> unplugged = true;
            case SILENT -> silent = true;
        }
    }

    @Override
    public void mend() {
        stuck = false;
        closes = false;
        speedShare = 1;
        lies = false;
        unplugged = false;
        silent = false;
    }
}
