package org.altercor.hal.modbus;

import java.util.Optional;
import org.altercor.config.rig.CommandWord;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.RegisterField;
import org.altercor.config.rig.RegisterField.Table;
import org.altercor.hal.bus.RestartGuard;
import org.altercor.hal.port.PumpDrive;
import org.altercor.hal.port.Quality;
import org.altercor.hal.port.Reading;

/// A pump drive behind the registers of a drive's map, seen from the drive's side.
///
/// It powers up disabled, at a set-point of zero, forward, with no watchdog time set. What the drive has not measured
/// is not known, never zero. Owner: the bus thread. Allocates nothing after construction.
final class ServedRegisters implements SlaveRegisters {
    private static final int LARGEST = 0xFFFF;

    private final ModbusDriveMap map;
    private final PumpDrive drive;
    private final Reading speed = new Reading();
    private final Reading current = new Reading(); // one each: a drive that never measures leaves its own as it was
    private final Reading fault = new Reading();

    private int setSpeed;
    private int enable;
    private int direction;
    private int watchdog;

    ServedRegisters(ModbusDriveMap map, PumpDrive drive) {
        this.map = map;
        this.drive = drive;
        powerUp();
    }

    /// As its electronics come up: they know nothing of what was written before.
    void powerUp() {
        disable();
        direction = map.direction().map(CommandWord::on).orElse(0);
        watchdog = 0;
    }

    /// Speed that the registers ask for, in rpm, with its direction; 0 while disabled.
    double wantedRpm() {
        if (map.enable().isPresent() && enable != map.enable().get().on()) {
            return 0;
        }
        double rpm = DriveRegisters.decode(map.setSpeed(), setSpeed);
        boolean isReversed = map.direction().isPresent()
                && direction == map.direction().get().off();
        return isReversed ? -rpm : rpm;
    }

    /// Time after which the drive acts on silence, as its master has set it, in ms; 0 when it has not.
    double watchdogMs() {
        return map.watchdog().isPresent() ? DriveRegisters.decode(map.watchdog().get(), watchdog) : 0;
    }

    /// Disabled, and at zero: the master has to start it anew.
    void disable() {
        setSpeed = 0;
        enable = map.enable().map(CommandWord::off).orElse(0);
    }

    /// Whether the drive is lost: it does not answer, and what it said last is old.
    boolean driveIsLost() {
        drive.readSpeedRpm(speed);
        return speed.quality() == Quality.DISCONNECTED;
    }

    /// Whether the shaft is known to stand.
    boolean isStanding() {
        return Math.abs(measuredRpm()) < RestartGuard.STANDSTILL_RPM;
    }

    /// Speed of the shaft in rpm; NaN when not known.
    double measuredRpm() {
        drive.readSpeedRpm(speed);
        return known(speed);
    }

    @Override
    public int read(Table table, int address) {
        if (table == Table.HOLDING && isCommand(address)) {
            return command(address);
        }
        if (isAt(map.actualSpeed(), table, address)) {
            double rpm = measuredRpm();
            return encode(map.actualSpeed(), map.actualSpeed().signed() ? rpm : Math.abs(rpm));
        }
        if (isAt(map.actualDirection(), table, address)) {
            return directionTurned();
        }
        if (isAt(map.current(), table, address)) {
            drive.readCurrentAmps(current);
            return encode(map.current().get(), known(current));
        }
        if (isAt(map.fault(), table, address)) {
            drive.readFaultCode(fault);
            return encode(map.fault().get(), known(fault));
        }
        return NO_SUCH;
    }

    private boolean isCommand(int address) {
        return address == map.setSpeed().address()
                || isWord(map.enable(), address)
                || isWord(map.direction(), address)
                || isAt(map.watchdog(), Table.HOLDING, address);
    }

    private int command(int address) {
        if (address == map.setSpeed().address()) {
            return setSpeed;
        }
        if (isWord(map.enable(), address)) {
            return enable;
        }
        return isWord(map.direction(), address) ? direction : watchdog;
    }

    /// The direction it turns in; the one it was told while it stands.
    private int directionTurned() {
        double rpm = measuredRpm();
        if (Double.isNaN(rpm)) {
            return NOT_KNOWN;
        }
        boolean isStill = encode(map.actualSpeed(), Math.abs(rpm)) == 0; // what the other register calls standing
        CommandWord words = map.direction().orElseThrow();
        return isStill ? direction : rpm > 0 ? words.on() : words.off();
    }

    private static double known(Reading reading) {
        return reading.quality() == Quality.GOOD ? reading.value() : Double.NaN;
    }

    /// What does not fit the register is not known, no more than what is not a number: cut off it would be a wrong
    /// one.
    private static int encode(RegisterField field, double quantity) {
        double counts = Math.rint(quantity / field.unitsPerCount());
        boolean fits = field.signed()
                ? counts >= Short.MIN_VALUE && counts <= Short.MAX_VALUE
                : counts >= 0 && counts <= LARGEST;
        return fits ? (int) counts & LARGEST : NOT_KNOWN;
    }

    @Override
    public int refusal(int address, int value) {
        if (!isCommand(address)) {
            return ModbusSlave.ILLEGAL_ADDRESS;
        }
        if (isWord(map.enable(), address)) {
            return isOneOf(map.enable().get(), value) ? 0 : ModbusSlave.ILLEGAL_VALUE;
        }
        if (isWord(map.direction(), address)) {
            return isOneOf(map.direction().get(), value) ? 0 : ModbusSlave.ILLEGAL_VALUE;
        }
        return 0;
    }

    @Override
    public void write(int address, int value) {
        if (address == map.setSpeed().address()) {
            setSpeed = value;
        } else if (isWord(map.enable(), address)) {
            enable = value;
        } else if (isWord(map.direction(), address)) {
            direction = value;
        } else {
            watchdog = value;
        }
    }

    private static boolean isWord(Optional<CommandWord> word, int address) {
        return word.isPresent() && word.get().address() == address;
    }

    private static boolean isAt(Optional<RegisterField> field, Table table, int address) {
        return field.isPresent() && isAt(field.get(), table, address);
    }

    private static boolean isAt(RegisterField field, Table table, int address) {
        return field.table() == table && field.address() == address;
    }

    private static boolean isOneOf(CommandWord word, int value) {
        return value == word.on() || value == word.off();
    }
}
