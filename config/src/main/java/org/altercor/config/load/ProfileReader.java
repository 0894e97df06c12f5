package org.altercor.config.load;

import static org.altercor.config.schema.ProfileKeys.*;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.altercor.config.Profile;
import org.altercor.config.schema.CommonKeys;
import org.altercor.config.schema.Key;
import org.altercor.config.schema.Unit;

/// Makes a profile of what was read, and checks that its limits stand in the right order.
final class ProfileReader {
    private final FileValues file;
    private final Problems problems;

    private ProfileReader(FileValues file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /// The profile; empty when a section is not clean. Checks what can be checked either way.
    static Optional<Profile> read(FileValues file, LocalDate today, Problems problems) {
        var reader = new ProfileReader(file, problems);
        reader.check();
        Dates.notInFuture(file.top(), REVIEWED_ON, today, problems);
        boolean isWhole = file.isClean()
                && file.kind().sections().stream()
                        .allMatch(s -> !file.all(s.name()).isEmpty());
        return isWhole ? Optional.of(reader.profile()) : Optional.empty();
    }

    private void check() {
        rising("line-pressure", LINE_WARN, LINE_REGULATE, LINE_STOP);
        rising("cardioplegia-line", PLEGIA_LOW, PLEGIA_WARN, PLEGIA_STOP);
        rising("level", LEVEL_STOP, LEVEL_REGULATE);
        notFalling("level", LEVEL_REGULATE, LEVEL_ALERT);
        rising("centrifugal", ZERO_FLOW_LOW, ZERO_FLOW_HIGH);
        rising("temperature", ARTERIAL_WARN, ARTERIAL_ALARM);
        rising("temperature", GRADIENT_WARN, GRADIENT_ALARM);
        notFalling("alarms", AUDIO_PAUSE, LONGEST_PAUSE);
        rising("targets", MEAN_LOW, MEAN_HIGH);
        rising("targets", SVO2_LOW, SVO2_HIGH);
    }

    @SafeVarargs
    private void rising(String section, Key<Double>... keys) {
        for (int i = 1; i < keys.length; i++) {
            ordered(section, keys[i - 1], keys[i], false);
        }
    }

    private void notFalling(String section, Key<Double> lower, Key<Double> upper) {
        ordered(section, lower, upper, true);
    }

    private void ordered(String section, Key<Double> lower, Key<Double> upper, boolean mayBeEqual) {
        file.one(section).ifPresent(values -> {
            Optional<Double> low = values.find(lower);
            Optional<Double> high = values.find(upper);
            if (low.isPresent()
                    && high.isPresent()
                    && (high.get() < low.get() || (!mayBeEqual && high.get().equals(low.get())))) {
                problems.add(
                        values.spot(upper),
                        String.format(
                                Locale.ROOT, "%s, while %s is %s", number(high.get()), lower.name(), number(low.get())),
                        (mayBeEqual ? "not below " : "more than ") + lower.name());
            }
        });
    }

    private static String number(double value) {
        return Unit.number(value);
    }

    private Profile profile() {
        Values top = file.top();
        Values flow = section("flow");
        Values overspeed = section("overspeed");
        Values temperature = section("temperature");
        Values targets = section("targets");
        return new Profile(
                top.of(CommonKeys.NAME),
                top.of(CommonKeys.TITLE),
                top.of(REVIEWED_BY),
                top.of(REVIEWED_ON),
                new Profile.LinePressure(
                        of("line-pressure", LINE_WARN),
                        of("line-pressure", LINE_REGULATE),
                        of("line-pressure", LINE_STOP)),
                new Profile.CardioplegiaLine(
                        of("cardioplegia-line", PLEGIA_LOW),
                        of("cardioplegia-line", PLEGIA_WARN),
                        of("cardioplegia-line", PLEGIA_STOP)),
                new Profile.Level(of("level", LEVEL_ALERT), of("level", LEVEL_REGULATE), of("level", LEVEL_STOP)),
                new Profile.MaxFlow(
                        of("max-flow", MAX_ARTERIAL),
                        of("max-flow", MAX_CARDIOPLEGIA),
                        of("max-flow", MAX_VENT),
                        of("max-flow", MAX_SUCTION),
                        of("max-flow", MAX_HAEMOFILTRATION)),
                new Profile.Flow(
                        flow.of(BACKFLOW),
                        millis(flow.of(BACKFLOW_AFTER)),
                        flow.of(DEVIATION),
                        seconds(flow.of(DEVIATION_AFTER)),
                        seconds(flow.of(NO_FLOW_AFTER)),
                        seconds(flow.of(NO_GAS_AFTER))),
                new Profile.Centrifugal(
                        of("centrifugal", GUARD_SPEED),
                        of("centrifugal", ZERO_FLOW_LOW),
                        of("centrifugal", ZERO_FLOW_HIGH)),
                new Profile.Overspeed(
                        overspeed.of(OVERSPEED_PERCENT),
                        overspeed.of(OVERSPEED_ROLLER),
                        overspeed.of(OVERSPEED_CENTRIFUGAL),
                        millis(overspeed.of(OVERSPEED_AFTER))),
                new Profile.Temperature(
                        temperature.of(ARTERIAL_WARN),
                        temperature.of(ARTERIAL_ALARM),
                        temperature.of(GRADIENT_WARN),
                        temperature.of(GRADIENT_ALARM),
                        temperature.of(REWARMING)),
                new Profile.Alarms(seconds(of("alarms", AUDIO_PAUSE)), seconds(of("alarms", LONGEST_PAUSE))),
                new Profile.Targets(
                        targets.of(OXYGEN_DELIVERY),
                        targets.of(MEAN_LOW),
                        targets.of(MEAN_HIGH),
                        targets.of(SVO2_LOW),
                        targets.of(SVO2_HIGH),
                        targets.of(HAEMATOCRIT_LOW)),
                new Profile.Loss(
                        seconds(of("loss", VENT_HOLD)),
                        seconds(of("loss", SUCTION_HOLD)),
                        seconds(of("loss", FINISH))));
    }

    private Values section(String name) {
        return file.one(name).orElseThrow();
    }

    private double of(String section, Key<Double> key) {
        return section(section).of(key);
    }

    private static Duration millis(double millis) {
        return Duration.ofNanos(Math.round(millis * 1e6));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
