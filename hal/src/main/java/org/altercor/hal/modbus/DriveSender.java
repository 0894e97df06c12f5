package org.altercor.hal.modbus;

import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.RegisterField;
import org.altercor.config.rig.WriteFunction;
import org.altercor.hal.line.Link;
import org.altercor.hal.modbus.ModbusMaster.Outcome;

/// Puts what a drive is to be sent on the line: function, address and raw value, as its map has them.
///
/// Owner: the bus thread. Allocates nothing.
final class DriveSender {
    private final ModbusDriveMap map;
    private final DriveRegisters registers;
    private final long timeoutNanos;
    private final int watchdogRaw;

    private int sentRaw;

    /// @throws IllegalArgumentException when the watchdog time is missing or does not fit its register
    DriveSender(ModbusDriveMap map, DriveRegisters registers) {
        this.map = map;
        this.registers = registers;
        timeoutNanos = map.responseTimeout().toNanos();
        watchdogRaw = DriveRegisters.watchdogRaw(map);
    }

    /// Sends one request.
    ///
    /// @param orderRpm the speed that is owed; its sign is the direction
    Outcome send(DriveRequest request, double orderRpm, ModbusMaster master, Link link, long nowNanos) {
        if (request.isRead()) {
            RegisterField field = fieldToRead(request);
            int function = switch (field.table()) {
                case HOLDING -> ModbusFrames.READ_HOLDING;
                case INPUT -> ModbusFrames.READ_INPUT;
            };
            return master.read(link, nowNanos, map.slave(), function, field.address(), timeoutNanos);
        }
        int address = addressToWrite(request);
        sentRaw = rawToWrite(request, orderRpm);
        return map.write() == WriteFunction.SINGLE
                ? master.writeOne(link, nowNanos, map.slave(), address, sentRaw, timeoutNanos)
                : master.writeSeveral(link, nowNanos, map.slave(), address, sentRaw, timeoutNanos);
    }

    private int addressToWrite(DriveRequest request) {
        return switch (request) {
            case STOP, SPEED -> map.setSpeed().address();
            case DIRECTION -> map.direction().orElseThrow().address();
            case ENABLE, DISABLE -> map.enable().orElseThrow().address();
            case WATCHDOG -> map.watchdog().orElseThrow().address();
            case NONE, READ_WATCHDOG, READ_SPEED, READ_DIRECTION, READ_CURRENT, READ_FAULT, PROBE ->
                throw new IllegalStateException("nothing to write");
        };
    }

    private int rawToWrite(DriveRequest request, double orderRpm) {
        return switch (request) {
            case STOP -> 0;
            case SPEED -> registers.speedRaw(orderRpm);
            case DIRECTION -> registers.directionRaw(orderRpm);
            case ENABLE -> map.enable().orElseThrow().on();
            case DISABLE -> map.enable().orElseThrow().off();
            case WATCHDOG -> watchdogRaw;
            case NONE, READ_WATCHDOG, READ_SPEED, READ_DIRECTION, READ_CURRENT, READ_FAULT, PROBE ->
                throw new IllegalStateException("nothing to write");
        };
    }

    private RegisterField fieldToRead(DriveRequest request) {
        return switch (request) {
            case READ_WATCHDOG -> map.watchdog().orElseThrow();
            case READ_SPEED, PROBE -> map.actualSpeed();
            case READ_DIRECTION -> map.actualDirection().orElseThrow();
            case READ_CURRENT -> map.current().orElseThrow();
            case READ_FAULT -> map.fault().orElseThrow();
            case NONE, STOP, SPEED, DIRECTION, ENABLE, DISABLE, WATCHDOG ->
                throw new IllegalStateException("nothing to read");
        };
    }

    /// What the last write wrote.
    int sentRaw() {
        return sentRaw;
    }

    /// Whether a watchdog register that was read back holds what its map asks for.
    boolean isWatchdogTime(int raw) {
        return raw == watchdogRaw;
    }
}
