package org.altercor.config.report;

import java.util.Locale;
import org.altercor.config.Raceway;
import org.altercor.config.Tubing;
import org.altercor.config.circuit.Parameter;
import org.altercor.config.circuit.Parameter.Usual;
import org.altercor.config.circuit.PartKind;
import org.altercor.config.schema.FileKind;
import org.altercor.config.schema.HardLimit;
import org.altercor.config.schema.Key;
import org.altercor.config.schema.OperatorSetting;
import org.altercor.config.schema.Section;
import org.altercor.config.schema.Unit;

/// The tables of configuration as Markdown. Each is printed from the one table in code that the reader uses as well.
public final class Tables {
    private Tables() {}

    /// Every key of every kind of file: type, unit, allowed range, whether it must be there, meaning, source.
    public static String config() {
        StringBuilder text = new StringBuilder();
        for (FileKind kind : FileKind.values()) {
            text.append("## ").append(kind.word()).append(" files\n\n");
            for (Section section : kind.sections()) {
                text.append("### ")
                        .append(section.heading())
                        .append("\n\n")
                        .append(sentence(section))
                        .append("\n\n");
                if (section.count() == Section.Count.NAMED_OVER) {
                    continue; // its keys are those of the file it goes over
                }
                Markdown table =
                        new Markdown("key", "type", "unit", "allowed", "required", "meaning", "why this range");
                for (Key<?> key : section.keys()) {
                    table.row(
                            "`" + key.name() + "`",
                            key.typeText(),
                            key.unitText(),
                            key.allowedText(),
                            key.presence().text(),
                            key.meaning(),
                            key.sourceText());
                }
                text.append(table.render()).append('\n');
            }
        }
        return text.append(tubing()).toString();
    }

    private static String sentence(Section section) {
        String count = switch (section.count()) {
            case ONE -> "exactly once";
            case AT_MOST_ONE -> "once, or not at all";
            case NAMED_SOME -> "once or more, each with a name of its own";
            case NAMED_ANY -> "any number, each with a name of its own";
            case NAMED_OVER -> "any number, each with a name of the other file, or a new one";
            case LISTED -> "any number, one after the other";
        };
        return String.format(Locale.ROOT, "%s: %s.", capital(section.meaning()), count);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /// Handbook stroke volumes and geometric bounds of every tubing in every raceway.
    private static String tubing() {
        Markdown table = new Markdown("tubing", "raceway", "volume of 1 m", "handbook [GFK]", "bound [D]", "accepted");
        for (Tubing tubing : Tubing.values()) {
            for (Raceway raceway : Raceway.values()) {
                double bound = tubing.boundMlPerRev(raceway);
                table.row(
                        tubing.word(),
                        raceway.word(),
                        String.format(Locale.ROOT, "%.1f mL", tubing.volumeMlPerMetre()),
                        String.format(Locale.ROOT, "%.1f mL/rev", tubing.handbookMlPerRev(raceway)),
                        String.format(Locale.ROOT, "%.1f mL/rev", bound),
                        String.format(Locale.ROOT, "%.1f to %.1f mL/rev", bound * Tubing.LEAST_SHARE_OF_BOUND, bound));
            }
        }
        return "## Tubing\n\nStroke volume of a roller head. The bound is the lumen along the axis of the tube.\n\n"
                + table.render();
    }

    /// The numbers of every kind of part: what they mean, what they may be, what they usually are, and who says so.
    public static String circuit() {
        StringBuilder text = new StringBuilder();
        for (PartKind kind : PartKind.values()) {
            text.append("## ")
                    .append(kind.word())
                    .append("\n\n")
                    .append(sentence(kind))
                    .append("\n\n");
            Markdown table = new Markdown("key", "unit", "min", "max", "usually", "meaning", "source");
            for (Parameter parameter : kind.parameters()) {
                table.row(
                        "`" + parameter.key() + "`",
                        parameter.unit().symbol(),
                        Unit.number(parameter.min()),
                        Unit.number(parameter.max()),
                        switch (parameter.usual()) {
                            case Usual.Needed() -> "to be given";
                            case Usual.Value(double value) -> Unit.number(value);
                            case Usual.AsTheBlood() -> "as the blood";
                        },
                        parameter.meaning(),
                        parameter.source());
            }
            text.append(table.render()).append('\n');
        }
        return text.toString();
    }

    private static String sentence(PartKind kind) {
        String shape = switch (kind.shape()) {
            case HOLDS -> "Holds blood at one pressure.";
            case LEADS -> "Leads blood `from` one holding part `to` another.";
            case PUMPS ->
                "Leads blood `from` one holding part `to` another, turned by the drive of the pump of its name.";
            case DESCRIBES -> "At most once.";
        };
        return String.format(Locale.ROOT, "%s. %s", capital(kind.meaning()), shape);
    }

    /// Hard limits, which neither a file nor an operator can exceed.
    public static String limits() {
        Markdown table = new Markdown("limit", "min", "max", "unit", "why", "source");
        for (HardLimit limit : HardLimit.values()) {
            table.row(
                    limit.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Unit.number(limit.min()),
                    Unit.number(limit.max()),
                    limit.unit().symbol(),
                    limit.why(),
                    limit.source());
        }
        return table.render();
    }

    /// Operator settings: who keeps them, from what range, who may change them, and whether while a pump turns.
    public static String settings() {
        Markdown table = new Markdown(
                "setting", "in force", "kept by", "min", "max", "unit", "who", "while running", "meaning", "source");
        for (OperatorSetting setting : OperatorSetting.values()) {
            table.row(
                    setting.words(),
                    setting.inForce().word(),
                    setting.owner().word(),
                    Unit.number(setting.range().min()),
                    Unit.number(setting.range().max()),
                    setting.range().unit().symbol(),
                    setting.who().word(),
                    setting.whileRunning().word(),
                    setting.meaning(),
                    setting.source());
        }
        return table.render();
    }
}
