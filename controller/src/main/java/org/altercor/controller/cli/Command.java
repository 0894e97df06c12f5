package org.altercor.controller.cli;

import java.util.concurrent.Callable;

/// One word of the command line. Implementations carry picocli's annotations, are found by `ServiceLoader`, and may
/// live in any module above this one.
///
/// `call` returns the exit code: [#TRUE] only when the thing asked for is true.
public interface Command extends Callable<Integer> {
    /// The thing asked for is true.
    int TRUE = 0;

    /// It is not: an expectation failed, a file is refused, a limit is not met.
    int FALSE = 1;
}
