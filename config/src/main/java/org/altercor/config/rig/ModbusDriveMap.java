package org.altercor.config.rig;

import java.time.Duration;
import java.util.Optional;

/// The register map of a Modbus RTU drive: data in the rig file, not code.
///
/// @param slave           Modbus address, 1 to 247
/// @param responseTimeout longest time from the last byte of a request to the first byte of its answer
/// @param write           function used for every write
/// @param setSpeed        speed set-point in rpm of the pump shaft; unsigned maps need `direction`
/// @param actualSpeed     measured speed in rpm of the pump shaft
/// @param enable          start/stop word; absent when the drive runs on the set-point alone
/// @param direction       direction word to write; absent when the sign of the set-point says it
/// @param actualDirection direction word to read, compared with `direction`'s raw values; absent when `actualSpeed` is
///                        signed
/// @param current         motor current in ampere
/// @param fault           vendor fault code, 0 when there is none
/// @param watchdog        time-out register in ms, written at connection; the drive acts when no frame came for so long
/// @param watchdogTimeout what is written there
public record ModbusDriveMap(
        int slave,
        Duration responseTimeout,
        WriteFunction write,
        RegisterField setSpeed,
        RegisterField actualSpeed,
        Optional<CommandWord> enable,
        Optional<CommandWord> direction,
        Optional<RegisterField> actualDirection,
        Optional<RegisterField> current,
        Optional<RegisterField> fault,
        Optional<RegisterField> watchdog,
        Optional<Duration> watchdogTimeout) {}
