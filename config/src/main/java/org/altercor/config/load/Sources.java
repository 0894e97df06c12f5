package org.altercor.config.load;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.altercor.config.SourceFile;
import org.altercor.config.schema.CommonKeys;
import org.altercor.config.schema.FileKind;
import org.altercor.config.schema.Found;
import org.altercor.config.schema.Spelling;

/// Finds files by path or by shipped name, reads each once, and remembers what was read for the fingerprint.
final class Sources {
    private final Problems problems;
    private final Map<String, Optional<FileValues>> read = new LinkedHashMap<>();
    private final List<SourceFile> files = new ArrayList<>();
    private final Optional<Map<String, String>> kept;
    private final MessageDigest digest;

    Sources(Problems problems) {
        this(problems, Optional.empty());
    }

    /// Over files that were kept, and no others: no disk is asked, nor what is shipped today.
    Sources(Problems problems, List<SourceFile> kept) {
        this(
                problems,
                Optional.of(kept.stream()
                        .collect(Collectors.toMap(SourceFile::file, SourceFile::text, (first, _) -> first))));
    }

    private Sources(Problems problems, Optional<Map<String, String>> kept) {
        this.problems = problems;
        this.kept = kept;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Names of the files that were read, in order.
    List<String> shown() {
        return files.stream().map(SourceFile::file).toList();
    }

    /// Files that were read, in order.
    List<SourceFile> files() {
        return List.copyOf(files);
    }

    /// SHA-256 over everything that was read so far, in hexadecimal.
    String fingerprint() {
        try {
            MessageDigest soFar = (MessageDigest) digest.clone();
            return HexFormat.of().formatHex(soFar.digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of every Java can be copied", e);
        }
    }

    /// A file that was named from outside: by the user.
    Optional<FileValues> open(String fileOrName, FileKind kind) {
        return open(fileOrName, kind, Optional.empty(), Spot.startOf(fileOrName));
    }

    /// A file that was named by a key of another file.
    ///
    /// @param from the naming file, for paths beside it
    /// @param spot where it was named, for complaints about the name
    Optional<FileValues> open(String fileOrName, FileKind kind, Optional<String> from, Spot spot) {
        if (!fileOrName.endsWith(".toml")) {
            return shipped(fileOrName, kind, spot);
        }
        String file = beside(from, fileOrName);
        return read.computeIfAbsent(file, _ -> gate(file).flatMap(text -> parse(text, file, kind)))
                .filter(values -> isOf(kind, values, spot));
    }

    /// Whether a file that was read before, on another key's word, is of the kind that this key wants.
    private boolean isOf(FileKind kind, FileValues values, Spot spot) {
        if (values.kind() == kind) {
            return true;
        }
        problems.add(
                spot,
                String.format(
                        Locale.ROOT,
                        "%s, which is a %s file",
                        values.file(),
                        values.kind().word()),
                "a " + kind.word() + " file");
        return false;
    }

    /// The shipped file of a name and any kind; complains when there is none.
    private Optional<FileKind> kindOfShipped(String name) {
        for (FileKind kind : FileKind.values()) {
            if (Shipped.names(kind).contains(name)) {
                return Optional.of(kind);
            }
        }
        List<String> all = new ArrayList<>();
        for (FileKind kind : FileKind.values()) {
            all.addAll(Shipped.names(kind));
        }
        unknownName(name, "file", all, Spot.startOf(Found.plain(name)));
        return Optional.empty();
    }

    /// A file of whatever kind it says it is; complains when it does not say.
    Optional<FileValues> openAny(String fileOrName) {
        if (!fileOrName.endsWith(".toml")) {
            return kindOfShipped(fileOrName).flatMap(kind -> open(fileOrName, kind));
        }
        return read.computeIfAbsent(fileOrName, file -> gate(file).flatMap(text -> parseAny(text, file)));
    }

    private Optional<FileValues> shipped(String name, FileKind kind, Spot spot) {
        if (kept.isPresent()) {
            return open(Shipped.shown(kind, name), kind, Optional.empty(), spot);
        }
        Optional<byte[]> bytes = Shipped.bytes(kind, name);
        if (bytes.isEmpty()) {
            unknownName(name, kind.word(), Shipped.names(kind), spot);
            return Optional.empty();
        }
        String file = Shipped.shown(kind, name);
        return read.computeIfAbsent(
                file, _ -> new TextGate(problems).decode(bytes.get(), file).flatMap(text -> parse(text, file, kind)));
    }

    private void unknownName(String name, String what, List<String> names, Spot spot) {
        problems.add(
                spot,
                String.format(Locale.ROOT, "no shipped %s is called %s", what, Found.plain(name)),
                "a path that ends in .toml" + (names.isEmpty() ? "" : ", or one of: " + String.join(", ", names)),
                Spelling.didYouMean(name, names));
    }

    private Optional<String> gate(String file) {
        if (kept.isPresent()) {
            String text = kept.get().get(file);
            if (text == null) {
                problems.add(
                        Spot.startOf(file),
                        "no such file among those that were kept",
                        "one of: " + String.join(", ", kept.get().keySet()));
            }
            return Optional.ofNullable(text);
        }
        TextGate gate = new TextGate(problems);
        return gate.pathOf(file).flatMap(path -> gate.read(path, file));
    }

    private Optional<FileValues> parse(String text, String file, FileKind kind) {
        remember(text, file, kind);
        Optional<TomlText> toml = TomlText.parse(text, file, problems);
        if (toml.isEmpty()) {
            return Optional.empty();
        }
        Optional<FileKind> declared = declared(toml.get());
        if (declared.isPresent() && declared.get() != kind) {
            problems.add(
                    new Spot(file, 1, 1, CommonKeys.KIND.name()),
                    "a " + declared.get().word() + " file",
                    "a " + kind.word() + " file");
            return Optional.empty();
        }
        if (declared.isEmpty() && toml.get().root().contains(CommonKeys.KIND.name())) {
            undeclared(toml.get(), file); // that it is missing is told with the other missing keys
        }
        return Optional.of(SectionReader.read(file, kind, toml.get(), problems));
    }

    private Optional<FileValues> parseAny(String text, String file) {
        return TomlText.parse(text, file, problems).flatMap(toml -> {
            Optional<FileKind> declared = declared(toml);
            if (declared.isEmpty()) {
                undeclared(toml, file);
            }
            return declared.map(kind -> {
                remember(text, file, kind);
                return SectionReader.read(file, kind, toml, problems);
            });
        });
    }

    private void remember(String text, String file, FileKind kind) {
        files.add(new SourceFile(file, kind.word(), text));
        digest.update((kind.word() + '\0' + text.length() + '\0' + text).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<FileKind> declared(TomlText toml) {
        Object word = toml.root().get(List.of(CommonKeys.KIND.name()));
        for (FileKind kind : FileKind.values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// Complains about a file that does not say what it is, and looks for the key that should have said it.
    private void undeclared(TomlText toml, String file) {
        String key = CommonKeys.KIND.name();
        List<String> words =
                Arrays.stream(FileKind.values()).map(FileKind::word).toList();
        String allowed = "kind = "
                + String.join(
                        " or ", words.stream().map(word -> '"' + word + '"').toList());
        Object word = toml.root().get(List.of(key));
        if (word != null) {
            problems.add(
                    toml.spot(file, toml.root(), key, key),
                    Found.text(TomlText.plain(word)),
                    allowed,
                    word instanceof String text ? Spelling.didYouMean(text, words) : Optional.empty());
        } else if (toml.isComplete()) {
            problems.add(new Spot(file, 1, 1, key), "a file that does not say what it is", allowed);
            for (String other : toml.root().keySet()) {
                Spelling.didYouMean(other, List.of(key))
                        .ifPresent(hint -> problems.add(
                                toml.spot(file, toml.root(), other, Found.plain(other)),
                                "the unknown key " + Found.plain(other),
                                allowed,
                                Optional.of(hint)));
            }
        }
    }

    /// A path as its writer meant it: from the folder of the file it stands in.
    private static String beside(Optional<String> from, String file) {
        try {
            Path folder = from.map(Path::of).map(Path::getParent).orElse(null);
            return folder == null ? file : folder.resolve(file).normalize().toString();
        } catch (InvalidPathException _) {
            return file; // the gate says what is wrong with it
        }
    }
}
