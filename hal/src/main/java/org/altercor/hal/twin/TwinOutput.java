package org.altercor.hal.twin;

/// A simulated output, moved on by the twin before the shafts are.
public interface TwinOutput extends TwinStep {}
