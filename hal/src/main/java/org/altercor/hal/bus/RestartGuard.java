package org.altercor.hal.bus;

import org.altercor.hal.port.DriveStatus;

/// Nothing starts by itself: not after a reconnection, not after silence, not after a drive has rebooted.
///
/// A drive *joins* when it answers for the first time since start, since its link came back, since it was dead, or
/// since it was left in silence. What happens then:
///
/// | shaft | asked | what is done |
/// |---|---|---|
/// | any | zero | joins; zero is sent |
/// | not known yet, or no answer | a speed | only watched |
/// | standing | a speed | joins; zero is sent until a command of zero was given, and a speed after it |
/// | turning about as asked, or about as last told | a speed | joins; goes on |
/// | turning otherwise | a speed | only watched, until it agrees, stands still, or zero is asked |
///
/// A drive that was seen turning and is read standing once, though told to turn, is only watched: the next reading
/// decides, and until then no set-point may spin it up.
///
/// A drive that has joined loses its motion, and likewise waits for a command of zero, when it was seen turning
/// and is then read standing twice though told to turn (it rebooted, or tripped), when it stands with a fault
/// code though told to turn, when it turns against what it was told, when its lease ran out into a stop, when its
/// torque was cut, and when the supervisor stopped it. So does one that is to be started and whose shaft is not
/// known, and one whose start or reversal is held back: it is forgotten, not made up for.
///
/// Owner: the bus thread. Allocates nothing.
public final class RestartGuard {
    /// Below this a shaft stands.
    public static final double STANDSTILL_RPM = DriveStatus.STANDSTILL_RPM;

    /// How near a read-back must be to count as the same speed: 5 % and 5 rpm. Our own judgement.
    private static final double AGREEMENT_SHARE = 0.05;

    private static final double AGREEMENT_RPM = 5;

    /// Readings in a row that must say standing before motion counts as lost: one may be spoilt.
    private static final int STANDING_READINGS = 2;

    /// What the bus thread may do.
    public enum Verdict {
        /// Send the asked speed.
        SEND,
        /// Send zero.
        SEND_ZERO,
        /// Send no speed at all; read.
        WATCH
    }

    private boolean joined;
    private boolean zeroWanted;
    private double toldRpm;
    private boolean seenTurning;
    private int standingReadings;

    /// The link was lost, the drive went dead, or silence was kept.
    public void lost() {
        joined = false;
        seenTurning = false;
        standingReadings = 0;
    }

    /// A stop is being carried out, or the torque is cut. A loop that never noticed it, and goes on asking for the
    /// old speed, must not start the pump when that ends: it has to ask for zero first, like everybody else.
    public void stopped() {
        zeroWanted = true;
        told(0);
    }

    /// A lease ran out into a stop while the pump was to turn.
    public void ranOut() {
        zeroWanted = true;
    }

    /// A speed was commanded and is held back for a reason that has nothing to do with this drive's motion so far:
    /// it would change the direction of a shaft that turns, or start one without a supervisor.
    public void heldBack() {
        zeroWanted = true;
    }

    /// The control loop commanded zero: the next speed is a start.
    public void zeroCommanded() {
        zeroWanted = false;
    }

    /// What was sent to the drive, answered or not.
    public void told(double rpm) {
        toldRpm = rpm;
        if (rpm == 0) {
            seenTurning = false;
            standingReadings = 0;
        }
    }

    /// A new reading of the shaft.
    ///
    /// @param rpm NaN when the drive does not tell: such a reading says neither that it turns nor that it stands
    public void measured(double rpm, boolean faulty) {
        if (Math.abs(toldRpm) < 2 * STANDSTILL_RPM || !joined || Double.isNaN(rpm)) {
            return;
        }
        if (Math.abs(rpm) >= STANDSTILL_RPM) {
            seenTurning = true;
            standingReadings = 0;
            zeroWanted |= Math.signum(rpm) != Math.signum(toldRpm);
        } else {
            standingReadings++;
            zeroWanted |= faulty || (seenTurning && standingReadings >= STANDING_READINGS);
        }
    }

    /// Judges one cycle.
    ///
    /// @param measuredRpm the shaft as read back since the drive was last lost; NaN when not known
    /// @param answering   whether the drive answers
    public Verdict judge(double askedRpm, double measuredRpm, boolean answering) {
        if (askedRpm == 0) {
            joined |= answering;
            return Verdict.SEND;
        }
        if (!joined) {
            if (!answering || Double.isNaN(measuredRpm)) {
                return Verdict.WATCH;
            }
            if (Math.abs(measuredRpm) < STANDSTILL_RPM) {
                zeroWanted = true;
            } else if (!agree(measuredRpm, askedRpm) && !agree(measuredRpm, toldRpm)) {
                return Verdict.WATCH;
            }
            joined = true;
        }
        zeroWanted |= toldRpm == 0 && Double.isNaN(measuredRpm); // a start nobody could see
        if (zeroWanted) {
            return Verdict.SEND_ZERO;
        }
        return seenTurning && standingReadings > 0 ? Verdict.WATCH : Verdict.SEND;
    }

    private static boolean agree(double measuredRpm, double rpm) {
        return Math.signum(measuredRpm) == Math.signum(rpm)
                && Math.abs(measuredRpm - rpm) <= AGREEMENT_SHARE * Math.abs(rpm) + AGREEMENT_RPM;
    }

    /// Whether a command of zero is waited for.
    public boolean wantsZero() {
        return zeroWanted;
    }

    public boolean hasJoined() {
        return joined;
    }
}
