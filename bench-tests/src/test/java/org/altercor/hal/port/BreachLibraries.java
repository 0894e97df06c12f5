package org.altercor.hal.port;

/// Breaks the walls around the libraries, so that a test can see them hold.
public final class BreachLibraries {
    public com.fazecast.jSerialComm.SerialPort serial;
    public com.pi4j.BreachedLibrary pi4j;
    public org.eclipse.paho.BreachedLibrary paho;
    public io.javalin.BreachedLibrary web;
    public org.eclipse.jetty.BreachedLibrary jetty;
    public org.tomlj.TomlTable toml;
}
