package org.altercor.controller.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.altercor.config.schema.OperatorSetting;
import org.altercor.config.schema.Unit;
import org.altercor.controller.console.ActAnswer.Verdict;
import org.altercor.controller.console.ActDoor.Reply;
import org.altercor.safety.frame.FrameCell;
import org.altercor.safety.setting.SettingAnswer;
import org.altercor.safety.setting.SettingSlot;
import org.altercor.safety.supervise.SafetyReport;
import org.altercor.safety.supervise.SupervisorCore;

/// Where screens change operator settings: each change asks first, is ordered through the desk, and answered in words.
///
/// Any thread; callers wait for each other only while a frame is copied.
final class SettingDoor {
    /// How long a zero may take before nobody waits for it: twice the second it is measured in. Our own judgement.
    private static final long ZERO_PATIENCE_NANOS = 2_000_000_000;

    private final MachineView view;
    private final Catalogue catalogue;
    private final List<SettingSlot> slots;
    private final FrameCell<SafetyReport>.Reader reader;
    private final SafetyReport report;

    SettingDoor(MachineView view, Catalogue catalogue) {
        this.view = view;
        this.catalogue = catalogue;
        slots = view.desk().settings();
        reader = view.cells().reports().reader();
        report = SupervisorCore.reportFor(view.machine(), view.layout());
    }

    /// Changes a setting to a value.
    Reply change(String name, double value, boolean confirmed) {
        Optional<SettingSlot> slot = find(name, false);
        if (slot.isEmpty()) {
            return reply(Verdict.REFUSED, "refused.no-setting", name);
        }
        String wanted = figure(slot.get(), value);
        if (!confirmed) {
            return reply(Verdict.ASKS, "asks.setting", title(slot.get()), wanted, inForce(slot.get()));
        }
        return order(slot.get(), value, Answers.PATIENCE_NANOS);
    }

    /// Has a zero taken.
    Reply takeZero(String name, boolean confirmed) {
        Optional<SettingSlot> slot = find(name, true);
        if (slot.isEmpty()) {
            return reply(Verdict.REFUSED, "refused.no-setting", name);
        }
        if (!confirmed) {
            boolean isProbe = slot.get().setting() == OperatorSetting.PROBE_ZERO;
            return reply(Verdict.ASKS, isProbe ? "asks.zero-of-probe" : "asks.zero", title(slot.get()));
        }
        return order(slot.get(), 0, ZERO_PATIENCE_NANOS);
    }

    private Optional<SettingSlot> find(String name, boolean isTaken) {
        return slots.stream()
                .filter(slot -> slot.name().equals(name) && slot.isTaken() == isTaken)
                .findFirst();
    }

    private Reply order(SettingSlot slot, double value, long patienceNanos) {
        int index = slots.indexOf(slot);
        long number = view.desk().set(slot.name(), value);
        Answers.await(() -> isAnswered(index, number), patienceNanos);
        if (!isAnswered(index, number)) {
            view.desk().withdraw(slot.name()); // a supervisor that comes back must not do late what was called refused
            return reply(Verdict.REFUSED, "refused.supervisor-silent");
        }
        return outcome(slot, index, number);
    }

    private synchronized boolean isAnswered(int index, long number) {
        reader.tryRead(report);
        return report.settings.number[index] >= number && report.settings.answer[index] != SettingAnswer.TAKING;
    }

    private synchronized Reply outcome(SettingSlot slot, int index, long number) {
        if (report.settings.number[index] > number) {
            return reply(Verdict.REFUSED, "refused.later-act", title(slot));
        }
        SettingAnswer answer = report.settings.answer[index];
        double detail = report.settings.detail[index];
        return switch (answer) {
            case ACCEPTED -> reply(Verdict.ACCEPTED, "accepted.setting", title(slot), inForce(slot));
            case OUT_OF_RANGE ->
                reply(
                        Verdict.REFUSED,
                        slot.isTaken() ? "refused.zero-too-far" : "refused.setting-range",
                        title(slot),
                        figure(slot, detail));
            case UNSTEADY -> reply(Verdict.REFUSED, "refused.zero-unsteady", title(slot), figure(slot, detail));
            case NONE,
                    TAKING,
                    NOT_A_NUMBER,
                    NOT_WHILE_TURNING,
                    ONLY_SAFER_WHILE_TURNING,
                    SENSOR_UNKNOWN,
                    LINE_OPEN,
                    BENCH_ONLY -> reply(Verdict.REFUSED, "refused.setting", title(slot), answer.words());
        };
    }

    private synchronized String inForce(SettingSlot slot) {
        reader.tryRead(report);
        return figure(slot, report.settings.value[slots.indexOf(slot)]);
    }

    private static String title(SettingSlot slot) {
        return String.format(
                Locale.ROOT,
                "%s, %s",
                Catalogue.title(slot.setting().words()),
                slot.channel().sensor().replace('-', ' '));
    }

    /// Rounded as a hand would set it: whole units, a factor to a hundredth.
    private static String figure(SettingSlot slot, double value) {
        Unit unit = slot.setting().range().unit();
        return unit == Unit.NONE
                ? Figures.of(value, 2)
                : Figures.of(value, slot.isTaken() ? 1 : 0) + " " + unit.symbol();
    }

    private Reply reply(Verdict verdict, String key, String... fillings) {
        return new Reply(verdict, catalogue.text(key, fillings));
    }
}
