package org.altercor.controller.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.altercor.config.load.Problem;
import org.altercor.config.load.Spot;
import org.altercor.config.scenario.Act;
import org.altercor.config.scenario.Scenario;
import org.altercor.config.scenario.Scenario.Event;
import org.altercor.config.schema.Spelling;
import org.altercor.config.schema.Unit;
import org.altercor.controller.operator.Desk;
import org.altercor.controller.scenario.TwinSource.Stage;
import org.altercor.hal.twin.TwinDevice;
import org.altercor.hal.twin.TwinWorld;
import org.altercor.safety.setting.SettingSlot;

/// What only the world can say about a scenario: whether its signals, devices, faults and settings exist. All problems
/// at once,
/// before anything runs.
final class ScenarioChecks {
    private final String file;
    private final TwinWorld world;
    private final List<SettingSlot> settings;
    private final Optional<String> served;
    private final List<Problem> problems = new ArrayList<>();

    private ScenarioChecks(String file, Stage stage, Optional<String> served) {
        this.file = file;
        world = stage.world();
        settings = stage.desk().map(Desk::settings).orElse(List.of());
        this.served = served;
    }

    /// Tries a scenario on a world.
    ///
    /// @param file   name of its file, for the problems
    /// @param stage  is used up
    /// @param served a pump that is driven by somebody else
    /// @return all problems, in the order of the file; empty when there is none
    static List<Problem> problems(String file, Scenario scenario, Stage stage, Optional<String> served) {
        var checks = new ScenarioChecks(file, stage, served);
        scenario.events().forEach(checks::check);
        return List.copyOf(checks.problems);
    }

    private void check(Event event) {
        switch (event.act()) {
            case Act.Drive(var pump, var _) -> checkPump(event, pump);
            case Act.Stop(var pump, var _) -> checkPump(event, pump);
            case Act.Fault fault -> checkFault(event, fault);
            case Act.Clamp(var clamp, var isClosed) ->
                tryOut(event, "device", clamp, () -> world.clamp(clamp, isClosed));
            case Act.Expect expect -> checkSignal(event, expect);
            case Act.Setting setting -> checkSetting(event, setting);
            case Act.Change _, Act.Air _, Act.Give _, Act.Ask _, Act.Order _ -> {} // the reader's affair
        }
    }

    private void checkPump(Event event, String pump) {
        if (served.equals(Optional.of(pump))) {
            add(event, "pump", pump, "other pumps: this one is driven by the master on the line", Optional.empty());
        }
        tryOut(event, "pump", pump, () -> world.drive(pump));
    }

    private void checkFault(Event event, Act.Fault act) {
        TwinDevice<?> device = world.devices().get(act.device());
        if (device == null) {
            Set<String> names = world.devices().keySet();
            add(
                    event,
                    "device",
                    act.device(),
                    "one of: " + String.join(", ", names),
                    Spelling.didYouMean(act.device(), names));
            return;
        }
        List<String> words = words(device);
        if (!words.contains(act.fault())) {
            add(
                    event,
                    "fault",
                    "'" + act.fault() + "' of " + act.device(),
                    "one of: " + String.join(", ", words),
                    Spelling.didYouMean(act.fault(), words));
            return;
        }
        String found = act.amount().isPresent()
                ? Unit.number(act.amount().getAsDouble()) + " for '" + act.fault() + "' of " + act.device()
                : "no amount for '" + act.fault() + "' of " + act.device();
        tryOut(event, "amount", found, () -> world.fault(act.device(), act.fault(), act.amount()));
    }

    private static List<String> words(TwinDevice<?> device) {
        return Stream.concat(
                        Stream.of(TwinDevice.NONE),
                        device.happenings().stream().map(what -> what.words().word()))
                .toList();
    }

    private void checkSetting(Event event, Act.Setting act) {
        List<String> names = settings.stream()
                .filter(slot -> slot.isTaken() == act.value().isEmpty())
                .map(SettingSlot::name)
                .toList();
        if (!names.contains(act.setting())) {
            add(
                    event,
                    "setting",
                    act.setting(),
                    "one of: " + String.join(", ", names),
                    Spelling.didYouMean(act.setting(), names));
        }
    }

    private void checkSignal(Event event, Act.Expect expect) {
        if (SignalChoice.find(world.signals(), expect.signal()).isEmpty()) {
            add(
                    event,
                    "signal",
                    expect.signal(),
                    "one of the signals that 'altercor twin --signals list' prints for this scenario",
                    SignalChoice.suggestion(world.signals(), expect.signal()));
        }
    }

    private void tryOut(Event event, String key, String found, Runnable act) {
        try {
            act.run();
        } catch (IllegalArgumentException e) {
            add(event, key, found, String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    private void add(Event event, String key, String found, String allowed, Optional<String> suggestion) {
        problems.add(new Problem(new Spot(file, event.line(), 1, key), found, allowed, suggestion));
    }
}
