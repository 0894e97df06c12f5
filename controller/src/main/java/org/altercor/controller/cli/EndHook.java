package org.altercor.controller.cli;

/// What is done first when the program is told to end by a signal. Any thread.
///
/// @param thread runs then
record EndHook(Thread thread) {
    /// Adds one.
    static EndHook add(String name, Runnable act) {
        var hook = new EndHook(new Thread(act, name));
        Runtime.getRuntime().addShutdownHook(hook.thread);
        return hook;
    }

    /// Takes it back: the program ends by itself, or is on its way out already.
    void remove() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException onTheWayOut) {
            return; // the hook is what brought us here
        }
    }
}
