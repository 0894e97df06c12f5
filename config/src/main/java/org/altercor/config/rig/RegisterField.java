package org.altercor.config.rig;

/// One 16-bit Modbus register that carries a quantity.
///
/// @param address       register address as sent on the wire (0-based)
/// @param table         which of the device's tables is read; writes always go to holding registers
/// @param signed        whether the 16 bits are two's complement
/// @param unitsPerCount quantity per count, in the unit of the key it stands under (rpm, A, ms); never zero
public record RegisterField(int address, Table table, boolean signed, double unitsPerCount) {
    /// Modbus register tables: holding registers are read by function 03, input registers by function 04.
    public enum Table {
        HOLDING,
        INPUT
    }
}
