package org.altercor.controller.cli;

/// The tables that can be printed. Each is printed from the code that uses it.
enum Table {
    THREADS {
        @Override
        String markdown() {
            return "";
        }
    };

    abstract String markdown();
}
