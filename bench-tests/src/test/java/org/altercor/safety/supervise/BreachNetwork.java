package org.altercor.safety.supervise;

import java.net.Socket;

/// Gives the supervisor a network, so that a test can see the wall hold.
public final class BreachNetwork {
    public final Socket socket = new Socket();
}
