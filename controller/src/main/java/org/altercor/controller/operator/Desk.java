package org.altercor.controller.operator;

import java.util.List;
import java.util.stream.Collectors;
import org.altercor.controller.loop.PumpRequests;
import org.altercor.safety.frame.FrameCell;
import org.altercor.safety.observe.MachineLayout;
import org.altercor.safety.setting.SettingSlot;
import org.altercor.safety.supervise.ControlSnapshot;
import org.altercor.safety.supervise.OperatorOrders;
import org.altercor.safety.supervise.PumpMode;
import org.altercor.safety.supervise.SupervisorCells;

/// The operator's desk: the one door through which screens, knobs, scenarios and demos act on the machine.
///
/// Requests go to the control loop, which judges each at a cycle boundary and answers. Stops, resets, pauses and
/// acknowledgements go to the supervisor directly as well, so that a control loop that hangs cannot swallow them. What
/// is asked for here is only asked for: no pump is in reach.
///
/// Any thread; callers wait for each other and for no loop.
public final class Desk {
    private final MachineLayout layout;
    private final List<SettingSlot> settings;
    private final FrameCell<PumpRequests> requestCell;
    private final FrameCell<OperatorOrders> orderCell;
    private final FrameCell<ControlSnapshot>.Reader snapshots;
    private final PumpRequests requests;
    private final OperatorOrders orders;
    private final ControlSnapshot snapshot;

    /// @param layout   of the machine
    /// @param settings that it has, in the order of the frames
    /// @param requests where the control loop looks for requests; nobody else writes there
    /// @param cells    where the supervisor looks for orders, and the control loop publishes
    public Desk(
            MachineLayout layout, List<SettingSlot> settings, FrameCell<PumpRequests> requests, SupervisorCells cells) {
        this.layout = layout;
        this.settings = List.copyOf(settings);
        int pumps = layout.pumps().size();
        requestCell = requests;
        orderCell = cells.orders();
        snapshots = cells.control().reader();
        this.requests = new PumpRequests(pumps);
        orders = new OperatorOrders(pumps, settings.size());
        snapshot = new ControlSnapshot(pumps);
    }

    /// Asks something of a pump.
    ///
    /// @return the number of the request, for [#outcome]
    /// @throws IllegalArgumentException when there is no such pump
    public synchronized long ask(String pump, PumpAct act) {
        int index = index(pump);
        requests.id[index]++;
        switch (act) {
            case PumpAct.Stop() -> {
                requests.mode[index] = PumpMode.STOPPED;
                orders.stops[index]++;
                orderCell.publish(orders); // before the request: it is the one that cannot be swallowed
            }
            case PumpAct.Speed(var rpm) -> {
                requests.mode[index] = rpm == 0 ? PumpMode.STOPPED : PumpMode.SPEED;
                requests.speedRpm[index] = rpm;
            }
            case PumpAct.Flow(var mlPerMin) -> {
                requests.mode[index] = mlPerMin == 0 ? PumpMode.STOPPED : PumpMode.FLOW;
                requests.flowMlPerMin[index] = mlPerMin;
            }
            case PumpAct.Pulsatile(var mlPerMin, var ratePerMin, var widthPercent, var basePercent) -> {
                requests.mode[index] = PumpMode.PULSATILE;
                requests.flowMlPerMin[index] = mlPerMin;
                requests.ratePerMin[index] = ratePerMin;
                requests.widthPercent[index] = widthPercent;
                requests.basePercent[index] = basePercent;
            }
            case PumpAct.Follow(var ratio) -> {
                requests.mode[index] = PumpMode.FOLLOWER;
                requests.ratio[index] = ratio;
            }
            case PumpAct.ZeroFlow() -> requests.mode[index] = PumpMode.ZERO_FLOW;
        }
        requestCell.publish(requests);
        return requests.id[index];
    }

    /// What became of a request. Once judged or overtaken it stays so until a later one is judged.
    ///
    /// @param request its number, from [#ask]
    public synchronized Outcome outcome(String pump, long request) {
        int index = index(pump);
        snapshots.tryRead(snapshot);
        long judged = snapshot.requestId[index];
        if (judged == request) {
            return new Outcome.Judged(snapshot.answer[index], snapshot.answerDetail[index]);
        }
        return judged > request ? new Outcome.Overtaken() : new Outcome.Waiting();
    }

    /// Resets latches whose cause is gone.
    ///
    /// @return the number of the reset, as reports show it when it was carried out
    public synchronized long reset() {
        orders.resets++;
        orderCell.publish(orders);
        return orders.resets;
    }

    /// Pauses the sound for the profile's time.
    public synchronized void pauseSound() {
        orders.pauses++;
        orderCell.publish(orders);
    }

    /// Says of all alarms there are: seen.
    public synchronized void acknowledge() {
        orders.acknowledgements++;
        orderCell.publish(orders);
    }

    /// Orders a setting to be changed. The supervisor judges it at the boundary of its next cycle.
    ///
    /// @param setting the name of its slot
    /// @param value   in its unit; of no meaning for a zero, which is measured
    /// @return the number of the order, as reports show it when it was judged
    /// @throws IllegalArgumentException when there is no such setting
    public synchronized long set(String setting, double value) {
        int index = slot(setting);
        orders.settings.number[index]++;
        orders.settings.value[index] = value;
        orderCell.publish(orders);
        return orders.settings.number[index];
    }

    /// Takes back an order that was not judged yet: in its place comes one that changes nothing.
    ///
    /// @param setting the name of its slot
    public void withdraw(String setting) {
        set(setting, Double.NaN);
    }

    /// What can be set, in the order of the frames.
    public List<SettingSlot> settings() {
        return settings;
    }

    private int slot(String setting) {
        for (int i = 0; i < settings.size(); i++) {
            if (settings.get(i).name().equals(setting)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no setting " + setting + "; there are "
                + settings.stream().map(SettingSlot::name).collect(Collectors.joining(", ")));
    }

    private int index(String pump) {
        int index = layout.pumps().indexOf(pump);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "there is no pump " + pump + "; there are " + String.join(", ", layout.pumps()));
        }
        return index;
    }
}
