package org.altercor.config.rig;

/// A serial bus. It belongs to one thread.
///
/// @param name   name
/// @param serial how its port is opened
public record Bus(String name, SerialSettings serial) {}
