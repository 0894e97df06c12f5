package org.altercor.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// This Java and this program once more, for a process of its own.
public final class ThisProgram {
    private ThisProgram() {}

    /// Words that start it, from modules or, in tests, from a class path.
    ///
    /// @param options   of the virtual machine
    /// @param main      its class, of a module of ours
    /// @param arguments of the class
    public static List<String> command(List<String> options, Class<?> main, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        String modules = System.getProperty("jdk.module.path");
        if (main.getModule().isNamed() && modules != null) {
            words.addAll(List.of(
                    "--module-path",
                    modules,
                    "--add-modules",
                    "org.altercor.bench",
                    "-m",
                    main.getModule().getName() + '/' + main.getName()));
        } else {
            words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        }
        words.addAll(arguments);
        return words;
    }
}
