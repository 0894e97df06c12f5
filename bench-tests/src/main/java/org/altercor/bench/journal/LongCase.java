package org.altercor.bench.journal;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/// The file of a scenario of hours on bypass: an operator who changes flows and modes, and every few minutes something
/// that breaks, is noticed, mended and reset. Seeded.
final class LongCase {
    /// Time from one trouble to the next.
    private static final double TROUBLE_SECONDS = 300;

    private static final double HAND_SECONDS = 90;

    /// A device and what becomes of it.
    private record Trouble(String device, String fault) {}

    private static final List<Trouble> TROUBLES = List.of(
            new Trouble("flow-arterial", "stuck"),
            new Trouble("air-arterial", "stuck-dry"),
            new Trouble("air-arterial", "unplugged"),
            new Trouble("pressure-line", "unplugged"),
            new Trouble("pressure-line", "stuck"),
            new Trouble("arterial", "silent-line"),
            new Trouble("arterial", "runaway"),
            new Trouble("sucker-1", "jammed"),
            new Trouble("vent", "frozen-feedback"),
            new Trouble("level", "stuck-empty"));

    private final StringBuilder file = new StringBuilder();
    private final Random random;

    private LongCase(Random random) {
        this.random = random;
    }

    /// The file's text.
    static String of(double hours, long seed) {
        var it = new LongCase(new Random(seed));
        it.write(hours * 3_600);
        return it.file.toString();
    }

    private void write(double seconds) {
        line("kind = \"scenario\"");
        line("name = \"long-case\"");
        line("title = \"Hours on bypass, with trouble now and then\"");
        line("machine = \"adult-bypass\"");
        line("lasts-s = %.1f", seconds);
        line("%n[part.heart]%nstrength-percent = 0");
        at(3, "ask-flow", "pump = \"arterial\"", "flow-ml-per-min = 4000");
        at(5, "ask-flow", "pump = \"sucker-1\"", "flow-ml-per-min = 300");
        at(7, "ask-flow", "pump = \"vent\"", "flow-ml-per-min = 200");
        double trouble = TROUBLE_SECONDS;
        for (double now = HAND_SECONDS; now < seconds - TROUBLE_SECONDS; now += HAND_SECONDS) {
            if (now >= trouble) {
                trouble(now);
                trouble += TROUBLE_SECONDS;
            } else {
                hand(now);
            }
        }
        at(
                seconds - 30,
                "expect",
                "signal = \"arterial.motor-rpm\"",
                "at-least = 1",
                "why = \"after all that the pump can be started again\"");
    }

    /// Somebody turns a knob.
    private void hand(double now) {
        int flow = 3_000 + 100 * random.nextInt(18);
        if (random.nextInt(4) == 0) {
            at(
                    now,
                    "ask-pulsatile",
                    "pump = \"arterial\"",
                    "flow-ml-per-min = " + Math.min(flow, 3_500),
                    "rate-per-min = 60",
                    "width-percent = 60",
                    "base-percent = 50");
        } else {
            at(now, "ask-flow", "pump = \"arterial\"", "flow-ml-per-min = " + flow);
        }
    }

    private void trouble(double now) {
        Trouble trouble = TROUBLES.get(random.nextInt(TROUBLES.size()));
        String device = "device = \"" + trouble.device() + '"';
        at(now, "fault", device, "fault = \"" + trouble.fault() + '"');
        at(now + 12, "acknowledge");
        at(now + 20, "fault", device, "fault = \"none\"");
        at(now + 24, "ask-stop", "pump = \"arterial\"");
        for (int i = 1; i <= 3; i++) {
            at(now + 30 + 2 * i, "reset");
        }
        at(now + 40, "ask-flow", "pump = \"arterial\"", "flow-ml-per-min = 4000");
    }

    private void at(double seconds, String does, String... keys) {
        line("%n[[at]]%ns = %.1f%ndoes = \"%s\"", seconds, does);
        for (String key : keys) {
            line("%s", key);
        }
    }

    private void line(String format, Object... values) {
        file.append(String.format(Locale.ROOT, format + "%n", values));
    }
}
