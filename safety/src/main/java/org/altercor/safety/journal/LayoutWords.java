package org.altercor.safety.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.altercor.safety.frame.FrameLayout;
import org.altercor.safety.frame.FrameTap;
import org.altercor.safety.frame.Loop;

/// Payloads of records of type [RecordType#LAYOUT]: what stands where in the cycles of a loop, in words, so that a
/// stranger can read them, and a later version knows whether it still can.
///
/// ```
/// altercor-layout/1 supervisor
/// inputs 0 int64 nowNanos
/// inputs 8 flag controlReadable
/// …
/// outputs 0 int64 nowNanos
/// …
/// state 0 int64 control[0].issued
/// ```
///
/// @param loop    whose cycles
/// @param inputs  of it
/// @param outputs of it
/// @param state   of its core
public record LayoutWords(Loop loop, FrameLayout inputs, FrameLayout outputs, FrameLayout state) {
    private static final String FIRST = "altercor-layout/1 ";
    private static final List<String> GROUPS = List.of("inputs", "outputs", "state");

    /// Of a loop that is recorded.
    public static LayoutWords of(FrameTap<?, ?> tap) {
        return new LayoutWords(tap.loop(), tap.inputs(), tap.outputs(), tap.state());
    }

    /// The words.
    public String text() {
        var text = new StringBuilder(FIRST).append(loop.word()).append('\n');
        add(text, GROUPS.get(0), inputs);
        add(text, GROUPS.get(1), outputs);
        add(text, GROUPS.get(2), state);
        return text.toString();
    }

    private static void add(StringBuilder text, String group, FrameLayout layout) {
        for (FrameLayout.Field field : layout.fields()) {
            text.append(String.format(
                    Locale.ROOT, "%s %d %s %s\n", group, field.offset(), word(field.type()), field.name()));
        }
    }

    private static String word(FrameLayout.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /// Reads the words.
    ///
    /// @throws IllegalArgumentException when they are none, naming the line
    public static LayoutWords read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().startsWith(FIRST)) {
            throw new IllegalArgumentException("no layout of a form that this version knows");
        }
        Loop loop = Loop.valueOf(lines.getFirst().substring(FIRST.length()).toUpperCase(Locale.ROOT));
        List<List<FrameLayout.Field>> groups = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", 4);
            if (words.length < 4 || !GROUPS.contains(words[0])) {
                throw new IllegalArgumentException("no field of a layout: " + line);
            }
            groups.get(GROUPS.indexOf(words[0]))
                    .add(new FrameLayout.Field(
                            words[3],
                            FrameLayout.Type.valueOf(words[2].toUpperCase(Locale.ROOT)),
                            Integer.parseInt(words[1])));
        }
        return new LayoutWords(
                loop, new FrameLayout(groups.get(0)), new FrameLayout(groups.get(1)), new FrameLayout(groups.get(2)));
    }

    /// What keeps a program whose layout is another one from replaying these cycles: the first field that differs, in
    /// words; empty when nothing does.
    public String difference(LayoutWords program) {
        if (equals(program)) {
            return "";
        }
        List<String> then = text().lines().toList();
        List<String> now = program.text().lines().toList();
        for (int i = 0; i < Math.max(then.size(), now.size()); i++) {
            String recorded = i < then.size() ? then.get(i) : "nothing";
            String known = i < now.size() ? now.get(i) : "nothing";
            if (!recorded.equals(known)) {
                return "recorded '" + recorded + "' where this program has '" + known + "'";
            }
        }
        return "";
    }
}
