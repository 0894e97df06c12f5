package org.altercor.hal.rig;

import org.altercor.hal.port.DriveStop;
import org.altercor.hal.port.PumpDrive;

/// The ports of one pump, one for each loop: the control loop never gets hold of the stop, nor the supervisor of the
/// command.
///
/// @param name  name of the pump
/// @param drive for the control loop
/// @param stop  for the supervisor
public record PumpPorts(String name, PumpDrive drive, DriveStop stop) {}
