package org.eclipse.paho;

/// Stands for a class of the library, which need not be on the path for its wall to be tried.
public final class BreachedLibrary {}
