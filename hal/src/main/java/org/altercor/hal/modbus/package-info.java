/// Modbus RTU on our own framing: one line, one bus task, several drives whose register maps are data.
///
/// ```
/// ModbusBus (one CyclicTask, every millisecond)
///   ├── Link            the line, opened again when gone
///   ├── ModbusMaster    one transaction at a time
///   └── ModbusDrive *   what each drive is owed: stop, speed, reads
/// ```
package org.altercor.hal.modbus;
