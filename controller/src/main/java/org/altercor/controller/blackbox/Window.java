package org.altercor.controller.blackbox;

import java.util.List;
import java.util.Optional;
import org.altercor.config.Machine;
import org.altercor.safety.observe.MachineLayout;

/// What was recorded in the minute on either side of an alarm.
///
/// @param alarm    in its middle
/// @param machine  as it was configured
/// @param layout   of it
/// @param sha256   of its configuration, in hexadecimal
/// @param times    of the supervisor's cycles
/// @param sections what is drawn
/// @param moment   how things stood in the alarm's cycle; empty when that was not recorded
/// @param events   in their order
/// @param notes    what could not be read, a sentence each
record Window(
        AlarmRecord alarm,
        Machine machine,
        MachineLayout layout,
        String sha256,
        CycleTimes times,
        List<Section> sections,
        Optional<Moment> moment,
        List<WindowEvent> events,
        List<String> notes) {}
