package org.altercor.hal.modbus;

import java.time.Duration;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.Silence;
import org.altercor.hal.bus.DeadSlaveBackoff;
import org.altercor.hal.bus.LinkHealth;
import org.altercor.hal.port.DriveStatus;

/// Whether a drive answers, when it must be taken for lost, and how often it is asked while it is dead.
///
/// Owner: the bus thread. Allocates nothing after construction.
final class DriveContact {
    /// A drive that was sent nothing for so long was left in silence: its watchdog may have acted. Our own
    /// judgement: watchdogs of drives are set to 200 to 300 ms.
    private static final long AWAY_NANOS = 200_000_000;

    /// Quarters of the time after which a drive is known to act on silence. The last is for the next request's way
    /// to the drive. Our own judgement.
    private static final int AWAY_QUARTERS = 3;

    /// Reads of the speed in a row whose failure makes a drive lost, as a dead slave is, though its writes be
    /// answered.
    private static final int SPEED_MISSES_TO_LOSS = DeadSlaveBackoff.MISSES_TO_DEATH;

    private final long awayNanos;
    private final DeadSlaveBackoff backoff = new DeadSlaveBackoff();
    private final LinkHealth health = new LinkHealth();

    private boolean answering; // since the link was opened, the drive was dead, or nothing was said
    private long sentNanos;
    private int speedMisses;

    /// @param silence what the drive does when nobody speaks to it
    DriveContact(ModbusDriveMap map, Silence silence) {
        long actsNanos = map.watchdogTimeout().map(Duration::toNanos).orElse(Long.MAX_VALUE);
        actsNanos = switch (silence) {
            case Silence.Nothing() -> actsNanos;
            case Silence.Fixed(var _, var after) -> Math.min(actsNanos, after.toNanos());
            case Silence.Lease(var after) -> Math.min(actsNanos, after.toNanos());
        };
        awayNanos = Math.min(AWAY_NANOS, actsNanos / 4 * AWAY_QUARTERS);
    }

    /// The drive is lost, for whatever reason.
    void lose() {
        answering = false;
        speedMisses = 0;
    }

    void sent(long nowNanos) {
        sentNanos = nowNanos;
    }

    /// The drive answered, be it with a refusal.
    void answered(long nowNanos) {
        health.good(nowNanos);
        backoff.answered();
        answering = true;
    }

    /// An answer came and was not what it should be.
    void spoilt() {
        health.bad();
    }

    /// No answer came in time.
    void timedOut() {
        health.timedOut();
    }

    /// A request was not answered, or could not be sent.
    ///
    /// @return whether the drive is lost by that
    boolean missed(DriveRequest request, long nowNanos) {
        backoff.missed(nowNanos);
        speedMisses += switch (request) {
            case READ_SPEED, READ_DIRECTION, PROBE -> 1;
            case NONE, STOP, SPEED, DIRECTION, ENABLE, DISABLE, WATCHDOG, READ_WATCHDOG, READ_CURRENT, READ_FAULT -> 0;
        };
        return answering && (backoff.isDead() || speedMisses >= SPEED_MISSES_TO_LOSS);
    }

    /// The shaft was read, completely.
    void shaftRead() {
        speedMisses = 0;
    }

    /// Whether the drive answers.
    boolean isAnswering() {
        return answering;
    }

    /// Whether a drive that answered was sent nothing for so long that it may have acted on silence.
    boolean wasLeftAlone(long nowNanos) {
        return answering && nowNanos - sentNanos >= awayNanos;
    }

    /// Whether a drive that has died may be asked again.
    ///
    /// @param stopIsPending whether standstill is owed and was not read since
    boolean isDue(long nowNanos, boolean stopIsPending) {
        return backoff.isDue(nowNanos, stopIsPending);
    }

    /// Asks a dead drive again at once.
    void hurry(long nowNanos) {
        backoff.hurry(nowNanos);
    }

    boolean isDead() {
        return backoff.isDead();
    }

    /// Fills in what is known here.
    void describe(DriveStatus into) {
        into.framesGood = health.framesGood();
        into.framesBad = health.framesBad();
        into.timeouts = health.timeouts();
        into.lastGoodFrameNanos = health.lastGoodFrameNanos();
    }
}
