package org.altercor.hal.modbus;

import java.util.List;
import org.altercor.config.rig.SerialSettings;
import org.altercor.hal.line.LineOpener;
import org.altercor.hal.line.Link;
import org.altercor.hal.modbus.ModbusMaster.Outcome;
import org.altercor.hal.time.CyclicTask;

/// The bus task of one Modbus RTU line with its drives: one call every millisecond, none of which waits.
///
/// Who gets the line next: a drive whose stop was demanded and not yet sent; then whoever has waited longest
/// past its due time. A transaction under way is never torn up, with one exception: while a slave *known to be
/// dead* is being waited for and not one byte of an answer has come, an urgent stop goes out at once. Should
/// the dead slave answer just then, the stop frame is spoilt, is not acknowledged, and is repeated in the next
/// turn.
///
/// Owner: the bus thread that runs it; it alone touches the line. Allocates only while the line is being opened.
public final class ModbusBus implements CyclicTask, AutoCloseable {
    private final Link link;
    private final ModbusMaster master;
    private final ModbusDrive[] drives;

    private long connections;
    private int turn; // index of the drive whose transaction is under way

    /// @param settings characters and speed of the line
    /// @param opener   opens it, as often as needed
    /// @param drives   each with an address of its own
    /// @throws IllegalArgumentException when there is no drive or two share an address
    public ModbusBus(SerialSettings settings, LineOpener opener, List<ModbusDrive> drives) {
        long addresses = drives.stream().map(ModbusDrive::slave).distinct().count();
        if (drives.isEmpty() || addresses != drives.size()) {
            throw new IllegalArgumentException("a bus needs drives with different addresses, not %s on %s"
                    .formatted(drives.stream().map(ModbusDrive::slave).toList(), settings.device()));
        }
        link = new Link(opener);
        master = new ModbusMaster(settings);
        this.drives = drives.toArray(ModbusDrive[]::new);
    }

    @Override
    public void cycle(long nowNanos) {
        boolean open = link.keepOpen(nowNanos);
        if (open && link.connections() != connections) {
            connections = link.connections();
            connected(nowNanos);
        }
        if (master.isWaiting()) {
            advance(nowNanos);
        }
        for (ModbusDrive drive : drives) {
            drive.decide(nowNanos);
        }
        if (master.isWaiting() && stopMayInterrupt()) {
            master.abandon();
            drives[turn].settle(Outcome.TIMED_OUT, master, nowNanos);
        }
        if (link.isOpen() && !master.isWaiting()) {
            serveNext(nowNanos);
        }
        if (!link.isOpen()) {
            disconnected(nowNanos);
        }
    }

    private void connected(long nowNanos) {
        master.reset(nowNanos);
        for (ModbusDrive drive : drives) {
            drive.connected(nowNanos, connections);
        }
    }

    private void disconnected(long nowNanos) {
        master.reset(nowNanos);
        for (ModbusDrive drive : drives) {
            drive.disconnected();
        }
    }

    private void advance(long nowNanos) {
        Outcome outcome = master.poll(link, nowNanos);
        if (outcome != Outcome.WAITING) {
            drives[turn].settle(outcome, master, nowNanos);
        }
    }

    private boolean stopMayInterrupt() {
        if (!drives[turn].isDead() || master.answerHasBegun()) {
            return false;
        }
        for (ModbusDrive drive : drives) {
            if (drive.stopIsUrgent()) {
                return true;
            }
        }
        return false;
    }

    private void serveNext(long nowNanos) {
        if (!master.isFree(link, nowNanos) || !chooseTurn(nowNanos)) {
            return;
        }
        Outcome outcome = drives[turn].begin(master, link, nowNanos);
        if (outcome != Outcome.WAITING) {
            drives[turn].settle(outcome, master, nowNanos);
        }
    }

    private boolean chooseTurn(long nowNanos) {
        boolean found = false;
        boolean urgent = false;
        long dueNanos = 0;
        for (int i = 0; i < drives.length; i++) {
            ModbusDrive drive = drives[i];
            if (!drive.wantsLine(nowNanos, master.strayNanos())) {
                continue;
            }
            boolean first = !found || (drive.stopIsUrgent() && !urgent);
            boolean earlier = drive.stopIsUrgent() == urgent && drive.dueNanos() - dueNanos < 0;
            if (first || earlier) {
                found = true;
                urgent = drive.stopIsUrgent();
                dueNanos = drive.dueNanos();
                turn = i;
            }
        }
        return found;
    }

    /// Gives the line back, after the last cycle. Nothing is sent: what the drives do then is what they do on
    /// silence.
    @Override
    public void close() {
        link.close("closed");
    }

    /// Why the line is down, for the engineer; empty while it is open. Any thread.
    public String trouble() {
        return link.trouble();
    }
}
