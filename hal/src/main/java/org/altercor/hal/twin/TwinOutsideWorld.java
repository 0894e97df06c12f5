package org.altercor.hal.twin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.DoubleConsumer;
import org.altercor.config.circuit.Circuit;
import org.altercor.config.circuit.Parameter;
import org.altercor.config.circuit.Part;
import org.altercor.config.circuit.PartKind.Shape;
import org.altercor.config.schema.Unit;
import org.altercor.hal.port.OutsideWorld;
import org.altercor.hal.twin.network.CircuitModel;

/// Everything that can be done to a twin from outside, printed from its own tables: `PART.KEY` changes a number of
/// the circuit, `PART.air-ml` brings air into it, `DEVICE.WORD` lets something happen to a drive, a clamp or a
/// sensor, `DEVICE.none` undoes it.
///
/// Acts come from any thread and are done on the twin's, at its next step, in the order in which they came. A step
/// without any allocates nothing.
public final class TwinOutsideWorld implements OutsideWorld, TwinStep {
    /// Most air at a time, in mL (J).
    private static final double MOST_AIR_ML = 500;

    private record Deed(Act act, DoubleConsumer doing) {}

    private final Map<String, Deed> deeds = new LinkedHashMap<>();
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /// @param devices drives, clamps and sensors by their names, in a fixed order
    /// @throws IllegalArgumentException when two acts would have one name; a part and a device may share theirs
    public TwinOutsideWorld(Circuit circuit, CircuitModel model, Map<String, ? extends TwinDevice<?>> devices) {
        for (Part part : circuit.parts()) {
            for (Parameter parameter : part.kind().parameters()) {
                add(part, parameter, model);
            }
            if (part.kind().shape() != Shape.DESCRIBES) {
                add(
                        part.name() + ".air-ml",
                        "brings one bubble into it",
                        Unit.ML,
                        0,
                        MOST_AIR_ML,
                        ml -> model.injectAir(part.name(), ml));
            }
        }
        devices.forEach((name, device) -> add(name, device));
    }

    private void add(Part part, Parameter parameter, CircuitModel model) {
        add(
                part.name() + "." + parameter.key(),
                parameter.meaning(),
                parameter.unit(),
                parameter.min(),
                parameter.max(),
                value -> model.set(part.name(), parameter.key(), value));
    }

    private <H extends Happening> void add(String name, TwinDevice<H> device) {
        for (H what : device.happenings()) {
            Happening.Words words = what.words();
            Happening.Range range = words.range().orElse(new Happening.Range(Unit.NONE, 0, 0));
            add(
                    name + "." + words.word(),
                    words.meaning(),
                    range.unit(),
                    range.min(),
                    range.max(),
                    amount -> device.happen(what, amount));
        }
        add(name + "." + TwinDevice.NONE, "undoes all that", Unit.NONE, 0, 0, _ -> device.mend());
    }

    private void add(String name, String meaning, Unit unit, double min, double max, DoubleConsumer doing) {
        if (deeds.put(name, new Deed(new Act(name, meaning, unit.symbol(), min, max), doing)) != null) {
            throw new IllegalArgumentException("two acts are called " + name);
        }
    }

    @Override
    public List<Act> acts() {
        return deeds.values().stream().map(Deed::act).toList();
    }

    @Override
    public void perform(String act, double amount) {
        Deed deed = deeds.get(act);
        if (deed == null) {
            throw new IllegalArgumentException("there is no act " + act);
        }
        if (!(amount >= deed.act.smallest() && amount <= deed.act.largest())) {
            throw new IllegalArgumentException(
                    act + " = " + amount + ", allowed " + deed.act.smallest() + " to " + deed.act.largest());
        }
        waiting.add(() -> deed.doing.accept(amount));
    }

    @Override
    public void step(long nowNanos) {
        Runnable deed = waiting.poll();
        while (deed != null) {
            deed.run();
            deed = waiting.poll();
        }
    }
}
