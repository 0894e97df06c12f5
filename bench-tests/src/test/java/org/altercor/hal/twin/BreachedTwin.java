package org.altercor.hal.twin;

/// Stands for a class of the twin.
public final class BreachedTwin {}
