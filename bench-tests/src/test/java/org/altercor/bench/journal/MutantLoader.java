package org.altercor.bench.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Loads a mutant of the journal, compiled in memory from this tree's sources, and the crash search on top of it.
final class MutantLoader extends ClassLoader {
    private static final Path SOURCES =
            Path.of(System.getProperty("altercor.root")).resolve("safety/src/main/java/org/altercor/safety/journal");
    private static final String JOURNAL = "org.altercor.safety.journal.";
    private static final String SEARCH = "org.altercor.bench.journal.";

    private final Map<String, Compiled> compiled;

    private MutantLoader(Map<String, Compiled> compiled) {
        super(MutantLoader.class.getClassLoader());
        this.compiled = compiled;
    }

    /// Compiles a mutant.
    ///
    /// @throws IllegalStateException when its text is not there exactly once, or what comes of it does not compile
    static MutantLoader of(Mutant mutant) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        String file = mutant.file() + ".java";
        var source = new Source(file, mutate(mutant, Files.readString(SOURCES.resolve(file))));
        Map<String, Compiled> classes = new HashMap<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                var memory = new Memory(files, classes)) {
            List<String> options =
                    List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"));
            boolean isGood = compiler.getTask(said, memory, null, options, null, List.of(source))
                    .call();
            if (!isGood) {
                throw new IllegalStateException(mutant.name() + " does not compile: " + said);
            }
        }
        return new MutantLoader(classes);
    }

    private static String mutate(Mutant mutant, String text) {
        int at = text.indexOf(mutant.text());
        if (at < 0 || text.indexOf(mutant.text(), at + 1) >= 0) {
            throw new IllegalStateException(mutant.name() + ": its text is not there exactly once");
        }
        return text.replace(mutant.text(), mutant.instead());
    }

    /// What a search on top of the mutant says first; empty when it finds nothing.
    String firstWrong(long seed, long states) throws ReflectiveOperationException {
        return (String) loadClass(CrashSearch.class.getName())
                .getMethod("firstWrong", long.class, long.class)
                .invoke(null, seed, states);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            Compiled mutated = compiled.get(name);
            if (mutated != null) {
                return define(name, mutated.bytes.toByteArray());
            }
            boolean isOurs = name.startsWith(JOURNAL) || name.startsWith(SEARCH);
            return isOurs ? define(name, original(name)) : super.loadClass(name, resolve);
        }
    }

    private Class<?> define(String name, byte[] bytes) {
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] original(String name) throws ClassNotFoundException {
        try (InputStream bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("memory:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Compiled extends SimpleJavaFileObject {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Compiled(String name) {
            super(URI.create("memory:///" + name), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, Compiled> classes;

        Memory(JavaFileManager files, Map<String, Compiled> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return classes.computeIfAbsent(name, Compiled::new);
        }
    }
}
