package org.altercor.config.rig;

/// A holding register that takes one of two raw values: enable or disable, forward or reverse.
///
/// @param address register address as sent on the wire (0-based)
/// @param on      raw value, 0 to 65535, that means enabled, or forward
/// @param off     raw value, 0 to 65535, that means disabled, or reverse
public record CommandWord(int address, int on, int off) {}
