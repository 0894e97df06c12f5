package org.altercor.config.rig;

/// One line of a GPIO chip.
///
/// @param chip      label of the chip (`pinctrl-rp1`), or its path
/// @param line      number of the line on that chip
/// @param activeLow whether a low level means active
public record GpioLine(String chip, int line, boolean activeLow) {}
