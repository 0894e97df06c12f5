package org.altercor.controller.console;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Where the console listens.
///
/// @param host name or address to bind
/// @param port to bind; 0 for any that is free
public record ConsoleOptions(String host, int port) {
    /// Where a console listens when nobody says otherwise.
    public static final ConsoleOptions USUAL = new ConsoleOptions("127.0.0.1", 8080);

    public ConsoleOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("there is no port " + port);
        }
    }

    /// Options from `HOST:PORT`, as people write them; an IPv6 address stands in brackets.
    ///
    /// @throws IllegalArgumentException when it is not of that form
    public static ConsoleOptions of(String address) {
        int colon = address.lastIndexOf(':');
        if (colon <= 0 || !address.substring(colon + 1).matches("\\d{1,5}")) {
            throw new IllegalArgumentException("'" + address + "' is not HOST:PORT, as in 127.0.0.1:8080");
        }
        String host = address.substring(0, colon);
        boolean isBracketed = host.startsWith("[") && host.endsWith("]");
        return new ConsoleOptions(
                isBracketed ? host.substring(1, host.length() - 1) : host,
                Integer.parseInt(address.substring(colon + 1)));
    }

    /// Whether only this machine can reach it. A name that nobody knows is taken for one that others can reach.
    boolean isLoopback() {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
