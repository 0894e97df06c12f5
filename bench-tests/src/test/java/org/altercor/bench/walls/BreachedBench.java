package org.altercor.bench.walls;

/// Stands for a class of the bench.
public final class BreachedBench {}
