package org.altercor.config.rig;

import java.util.Map;
import java.util.Set;

/// Which names stand for one GPIO chip.
///
/// A label is the chip's own name. A path is the kernel's, and which chip it leads to changes with board and kernel:
///
/// | label | chip | known as |
/// |---|---|---|
/// | `pinctrl-rp1` | header of a Raspberry Pi 5 | `/dev/gpiochip4`, on later kernels `/dev/gpiochip0` |
/// | `pinctrl-bcm2711` | header of a Raspberry Pi 4 | `/dev/gpiochip0` |
/// | `pinctrl-bcm2835` | header of older ones | `/dev/gpiochip0` |
///
/// All of this is [GFK], which nobody has checked: a path that is not in the table may still lead to any label.
public final class GpioChips {
    private static final String PATH = "/dev/";
    private static final String FIRST = "/dev/gpiochip0";
    private static final String FIFTH = "/dev/gpiochip4";

    private static final Map<String, Set<String>> PATHS = Map.of(
            "pinctrl-rp1", Set.of(FIRST, FIFTH),
            "pinctrl-bcm2711", Set.of(FIRST),
            "pinctrl-bcm2835", Set.of(FIRST));

    /// Whether two names stand for one chip.
    public enum Sameness {
        /// They do, on some board and kernel at least.
        SAME,
        /// Nobody can tell without the board.
        UNKNOWN,
        /// They never do.
        DIFFERENT
    }

    private GpioChips() {}

    /// Compares two names, each a label or a path.
    public static Sameness compare(String one, String other) {
        if (one.equals(other)) {
            return Sameness.SAME;
        }
        boolean oneIsPath = one.startsWith(PATH);
        boolean otherIsPath = other.startsWith(PATH);
        if (oneIsPath && otherIsPath) {
            return Set.of(FIRST, FIFTH).equals(Set.of(one, other)) ? Sameness.SAME : Sameness.DIFFERENT;
        }
        if (!oneIsPath && !otherIsPath) {
            return Sameness.DIFFERENT;
        }
        String label = oneIsPath ? other : one;
        String path = oneIsPath ? one : other;
        return PATHS.getOrDefault(label, Set.of()).contains(path) ? Sameness.SAME : Sameness.UNKNOWN;
    }
}
