package org.altercor.hal.bus;

/// The direction of a shaft is never changed while it turns: the opposite sign first becomes zero.
///
/// | asked | shaft | passes |
/// |---|---|---|
/// | zero | any | zero |
/// | any speed | turning the other way | zero |
/// | as it was last told | not turning the other way, or not known | the asked speed |
/// | another way than last told | read standing since zero was told | the asked speed |
/// | another way than last told | anything else | zero |
/// | the first speed of all | read standing, or turning that way | the asked speed |
/// | the first speed of all | not known | zero |
///
/// A reading counts only when it was asked for after zero was told: on a bus with one transaction at a time that is
/// every reading that arrives after it. Owner: the bus thread. Allocates nothing.
public final class DirectionLock {
    private double toldSign; // of the last speed that was not zero; 0 before the first
    private boolean zeroTold = true;
    private double shaftSign; // 0 when standing or not known
    private boolean free; // read standing since zero was told

    /// A speed was handed to the port.
    public void told(double rpm) {
        zeroTold = rpm == 0;
        if (!zeroTold) {
            toldSign = Math.signum(rpm);
            free = false;
        }
    }

    /// A new reading of the shaft.
    ///
    /// @param rpm NaN when the drive does not tell: then it is not standing, and turns as it was last seen to turn
    public void measured(double rpm) {
        if (Double.isNaN(rpm)) {
            free = false;
            return;
        }
        boolean turning = Math.abs(rpm) >= RestartGuard.STANDSTILL_RPM;
        shaftSign = turning ? Math.signum(rpm) : 0;
        free = !turning && (free || zeroTold);
    }

    /// The drive no longer answers: what the shaft does is not known.
    public void lost() {
        shaftSign = 0;
        free = false;
    }

    /// What may be asked of the drive.
    public double pass(double askedRpm) {
        double askedSign = Math.signum(askedRpm);
        boolean against = shaftSign != 0 && shaftSign != askedSign;
        boolean onward = askedSign == toldSign || (toldSign == 0 && shaftSign == askedSign);
        return askedSign != 0 && !against && (free || onward) ? askedRpm : 0;
    }
}
