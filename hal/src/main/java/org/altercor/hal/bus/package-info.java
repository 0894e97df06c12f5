/// What every drive's bus thread obeys, whatever protocol it speaks: leases, the sticky stop slot, nothing
/// starts by itself, direction locked while turning, dead-slave back-off, health as age.
///
/// Apart from the places where other threads leave something ([org.altercor.hal.bus.CommandCell],
/// [org.altercor.hal.bus.StopSlot], [org.altercor.hal.bus.SupervisorBeat], the ports of
/// [org.altercor.hal.bus.ServedDrive], the supervisor's consent in [org.altercor.hal.bus.RunPulseGiver]) everything
/// here is owned by one bus thread and takes the time as an argument. Nothing allocates after construction.
package org.altercor.hal.bus;
