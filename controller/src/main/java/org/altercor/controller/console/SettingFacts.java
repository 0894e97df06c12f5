package org.altercor.controller.console;

import java.util.Comparator;
import java.util.List;
import org.altercor.config.schema.OperatorSetting.Running;
import org.altercor.config.schema.OperatorSetting.Who;
import org.altercor.safety.setting.SettingSlot;

/// One operator setting, as the page must know it once. Its value in force stands in the picture.
///
/// @param name    of its slot
/// @param title   for people
/// @param sensor  whose it is, for people
/// @param unit    of its value; empty for a factor
/// @param lowest  that may be chosen
/// @param highest that may be chosen
/// @param isTaken whether it is measured, not told
/// @param rule    when it may be changed, for people
record SettingFacts(
        String name,
        String title,
        String sensor,
        String unit,
        double lowest,
        double highest,
        boolean isTaken,
        String rule) {
    /// Limits first, zeros behind them, and last what needs a bench.
    static List<SettingFacts> of(List<SettingSlot> slots, Catalogue catalogue) {
        return slots.stream()
                .sorted(Comparator.comparing(
                                (SettingSlot slot) -> slot.setting().who())
                        .thenComparing(SettingSlot::isTaken))
                .map(slot -> of(slot, catalogue))
                .toList();
    }

    private static SettingFacts of(SettingSlot slot, Catalogue catalogue) {
        return new SettingFacts(
                slot.name(),
                Catalogue.title(slot.setting().words()),
                Catalogue.title(slot.channel().sensor()),
                slot.setting().range().unit().symbol(),
                slot.lowest(),
                slot.highest(),
                slot.isTaken(),
                rule(slot, catalogue));
    }

    private static String rule(SettingSlot slot, Catalogue catalogue) {
        Who who = slot.setting().who();
        Running whileRunning = slot.setting().whileRunning();
        if (who == Who.ENGINEER) {
            return catalogue.text("setting.bench");
        }
        return switch (whileRunning) {
            case YES -> "";
            case LOWER -> catalogue.text("setting.lower");
            case NO -> catalogue.text("setting.standing");
        };
    }
}
