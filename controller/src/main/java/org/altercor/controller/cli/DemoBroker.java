package org.altercor.controller.cli;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.ServiceLoader;

/// A broker to try telemetry with, where no other is at hand. Found by `ServiceLoader`; the packaged firmware has none.
public interface DemoBroker {
    /// Starts one on a free port of the loopback and waits until it listens.
    ///
    /// @throws IOException when it does not start; nothing is left of it then
    Running start() throws IOException;

    /// A broker that runs, in a process of its own. It ends when it is closed, and when this process ends.
    interface Running extends AutoCloseable {
        /// Where it listens: `mqtt://127.0.0.1:…`.
        URI uri();

        @Override
        void close();
    }

    /// The demo broker on the module path.
    static Optional<DemoBroker> find() {
        return ServiceLoader.load(DemoBroker.class).findFirst();
    }
}
