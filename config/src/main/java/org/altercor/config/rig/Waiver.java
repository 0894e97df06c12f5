package org.altercor.config.rig;

import java.time.LocalDate;

/// A person's signature under "nobody watches air, level and pressure when the program is dead".
///
/// @param by  who
/// @param on  when
/// @param why why that is acceptable on this bench
public record Waiver(String by, LocalDate on, String why) {}
