package org.altercor.config.rig;

/// How a serial port is opened.
///
/// @param device   path of the port; a link by adapter serial number (`/dev/serial/by-id/…`) survives re-enumeration
/// @param baud     bits per second
/// @param dataBits 7 or 8
/// @param parity   parity bit
/// @param stopBits 1 or 2
/// @param rs485    whether the kernel driver must switch the transmitter (RS-485 direction by RTS); read back when
///                 opened
public record SerialSettings(String device, int baud, int dataBits, Parity parity, int stopBits, boolean rs485) {

    /// Bits on the wire for one character: start, data, parity and stop.
    public int bitsPerCharacter() {
        return 1 + dataBits + (parity == Parity.NONE ? 0 : 1) + stopBits;
    }

    /// Time one character takes on the wire, in nanoseconds, rounded up.
    public long characterNanos() {
        return Math.ceilDiv(bitsPerCharacter() * 1_000_000_000L, baud);
    }
}
