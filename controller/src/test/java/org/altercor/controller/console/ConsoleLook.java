package org.altercor.controller.console;

/// Opens the console of a shipped machine for whoever wants to look at it: `ConsoleLook [MACHINE [HOST:PORT]]`.
final class ConsoleLook {
    private ConsoleLook() {}

    public static void main(String[] arguments) throws InterruptedException {
        String machine = arguments.length > 0 ? arguments[0] : "adult-bypass";
        ConsoleOptions options = arguments.length > 1 ? ConsoleOptions.of(arguments[1]) : ConsoleOptions.USUAL;
        try (var live = new LiveMachine(machine).live();
                var console = Console.start(options, live.view)) {
            System.out.println(console.page());
            Thread.currentThread().join();
        }
    }
}
