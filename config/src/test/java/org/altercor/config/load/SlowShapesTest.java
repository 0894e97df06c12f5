package org.altercor.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Files of the largest size, each full of one thing that a parser might be slow with.
class SlowShapesTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    /// @param open    how the file begins
    /// @param pattern what fills it; `@` becomes a number that rises
    /// @param close   how it ends
    private record Shape(String open, String pattern, String close) {
        String filled() {
            StringBuilder text = new StringBuilder("kind = \"machine\"\n" + open);
            int room = TextGate.LARGEST_BYTES - bytes(text.toString()) - bytes(close);
            for (int i = 0; ; i++) {
                String next = pattern.replace("@", Integer.toString(i));
                room -= bytes(next);
                if (room < 0) {
                    return text.append(close).toString();
                }
                text.append(next);
            }
        }

        private static int bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }

        @Override
        public String toString() {
            String shown = pattern.substring(0, Math.min(60, pattern.length()));
            return (open + "(" + shown + ")" + close).replace("\n", "|");
        }
    }

    private static List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        for (String lines : List.of(
                "= =\n",
                "k@=1\n",
                "k@=\n",
                "k@=x\n",
                "k@=1=1\n",
                "k@=1#\n",
                "k@=1__1\n",
                "k@=1979-05-27\n",
                "k@=\"\\q\"\n",
                "k@=\"\\n\\n\\n\\n\\n\\n\\n\\n\"\n",
                "k@=\"\"\"\n\n\n\n\n\"\"\"\n",
                "k@=[1 2]\n",
                "k@=[1,2,3,4,5,6,7,8,9,1,2,3,4,5,6,7,8,9]\n",
                "k@=[\n\n\n\n1]\n",
                "k@=[[[[[[[1]]]]]]]\n",
                "k@={a=1,b=2}\n",
                "k@ = \"\n",
                "kind = \"machine\"\n",
                "a.b.c.d.e.f.g.h@=1\n",
                "[s@]\n",
                "[[s@]]\n",
                "[pump.p@]\n",
                "[a.b.c.d.e.f@]\n",
                "[pump.p@]\nrol@ = \"arteriall\"\n",
                "[[[[\n",
                "\"\"\"'\n",
                "\u00a0\n",
                " ".repeat(500) + "k@=1" + " ".repeat(500) + "\n",
                "\n",
                "# comment @\n",
                "# comment @\nk@=1\n")) {
            shapes.add(new Shape("", lines, ""));
        }
        for (String items :
                List.of("1,", "1, # one\n", "\n# comment\n1,", "= =\n", "x\n", "\"\"\n", "[[]]", "{a=1},")) {
            shapes.add(new Shape("k=[", items, "]\n"));
        }
        for (String items : List.of("a\n", "a@=1,", "a@=1,\n")) {
            shapes.add(new Shape("k={", items, "}\n"));
        }
        for (String lines : List.of("\n", "\\\n", "# x\n", "\"\n")) {
            shapes.add(new Shape("k=\"\"\"", lines, "\"\"\"\n"));
        }
        for (String junk : List.of("x ", "1 ", "\"\" ", "= ", "[] ", "{a=1} ", "x\n", "\"\"\n")) {
            String longest = junk.repeat(2_000 / junk.length());
            shapes.add(new Shape("", "k@=[" + longest + "]\n", ""));
            shapes.add(new Shape("", "k@={" + longest + "}\n", ""));
        }
        shapes.add(new Shape("k='''", "\n", "'''\n"));
        shapes.add(new Shape("k=\"", "\\q", "\"\n"));
        for (String value : List.of("1", "1=", "1 ", "1 #", "1,")) {
            shapes.add(new Shape("k=", value, "\n"));
        }
        shapes.add(new Shape("k", "k", "=1\n"));
        shapes.add(new Shape("k", " k", "=1\n"));
        shapes.add(new Shape("[", "k", "]\n"));
        shapes.add(new Shape("[", "k ", "]\n"));
        return shapes;
    }

    @TestFactory
    List<DynamicTest> theLargestFileOfEachShapeIsAnsweredWithinASecond() {
        return shapes().stream()
                .map(shape -> DynamicTest.dynamicTest(shape.toString(), () -> isAnsweredSoon(shape)))
                .toList();
    }

    private void isAnsweredSoon(Shape shape) throws IOException {
        Path file = folder.resolve("slow.toml");
        Files.writeString(file, shape.filled());
        assertThat(Files.size(file)).isBetween(TextGate.LARGEST_BYTES - 2_100L, (long) TextGate.LARGEST_BYTES);
        Broken.told(new MachineFiles(Broken.TODAY).check(file.toString())); // warm: classes are loaded
        long start = cpuNanos();
        String told = Broken.told(new MachineFiles(Broken.TODAY).check(file.toString()));

        assertThat(told).isNotEmpty();
        assertThat(Duration.ofNanos(cpuNanos() - start)).isLessThan(SOON);
    }

    @Test
    void aFileWithTwoThousandEmptyLinesIsReadAndItsOneMistakeIsToldInItsLine() throws IOException {
        String sound = Files.readString(Path.of("profiles/adult-bypass.toml"));
        String empty = "# why\n\n".repeat(1_000);
        Path file = folder.resolve("commented.toml");
        Files.writeString(file, empty + sound);
        assertThat(Broken.told(new MachineFiles(Broken.TODAY).check(file.toString())))
                .isEmpty();

        Files.writeString(file, empty + sound + empty + "  finnish-s = 60 # a comment behind it\n");
        long start = cpuNanos();
        String told = Broken.told(new MachineFiles(Broken.TODAY).check(file.toString()));

        long lastLine = 2_000 + sound.lines().count() + 2_000 + 1;
        assertThat(told)
                .contains("commented.toml:" + lastLine + ":3: loss.finnish-s")
                .endsWith("1 problem; nothing starts.\n");
        assertThat(Duration.ofNanos(cpuNanos() - start)).isLessThan(SOON);
    }

    @Test
    void aValueWithoutAnEndIsRefusedAndItsCommentsDoNotCount() throws IOException {
        assertThat(toldOf("k = [\n" + "1,\n".repeat(600) + "]\n"))
                .contains("slow.toml:")
                .doesNotContain("at most so");
        assertThat(toldOf("k = [\n" + "1, # one of them\n".repeat(400) + "]\n")).doesNotContain("at most so");
        assertThat(toldOf("k = [\n" + "1,\n".repeat(700) + "]\n"))
                .contains("slow.toml:682:")
                .contains("a key with its value, of more than 2048 characters");
    }

    @Test
    void aTableInBracesIsClosedInItsLine() throws IOException {
        assertThat(toldOf("k = { a = 1,\nb = 2 }\n"))
                .contains("slow.toml:1:13:")
                .contains("not closed in its line");
        assertThat(toldOf("k = { a = 1, # why\nb = 2 }\n")).contains("not closed in its line");
        assertThat(toldOf("k = { a = 1, b = 2 }\n")).doesNotContain("not closed in its line");
    }

    @Test
    void emptyLinesAndHashesWithinATextAreKept() throws IOException {
        assertThat(toldOf("kind = \"profile\"\nk = \"\"\"\n\n# text\n\"\"\"\n\n# comment\nm = 1\n"))
                .contains("slow.toml:8:1: m\n    found:   the unknown key m")
                .doesNotContain("quotation mark");
    }

    @Test
    void textsInAListHaveCommasBetweenThem() throws IOException {
        assertThat(toldOf("k = [\"a\" \"b\"]\n")).contains("slow.toml:1:10:").contains("a comma between them");
        assertThat(toldOf("k = [\"a\", 'b', # why\n\"c\"]\nm = { \"x\".\"y\" = \"z\" }\n"))
                .doesNotContain("a comma between them");
    }

    /// Time this thread has worked: what the other programs of a busy machine do is not counted.
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private String toldOf(String text) throws IOException {
        Path file = folder.resolve("slow.toml");
        Files.writeString(file, text);
        return Broken.told(new MachineFiles(Broken.TODAY).check(file.toString()));
    }
}
