package org.altercor.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.altercor.config.LossPolicy;
import org.altercor.config.rig.ModbusDriveMap;
import org.altercor.config.rig.Silence;
import org.altercor.hal.bus.KeptCommand;
import org.altercor.hal.line.SimulatedLine;
import org.altercor.hal.modbus.DriveServer.ServedDrive;

/// A drive that is served, its line, and a master that says what the test says.
final class ServedRig {
    static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
    static final String NOTHING = "";
    private static final long MS = 1_000_000;

    final SimulatedLine line = new SimulatedLine();
    final ScriptedDrive drive = new ScriptedDrive();
    long nowNanos = 5_000 * MS;

    private DriveServer server;

    void serve(ModbusDriveMap map, Silence silence, LossPolicy policy) {
        server = new DriveServer(
                new ServedDrive(map, silence, policy), BusRig.SETTINGS, line, drive, new KeptCommand(drive, drive));
        run(1); // opens the line
    }

    void run(int milliseconds) {
        for (int i = 0; i < milliseconds; i++) {
            nowNanos += MS;
            line.nowNanos = nowNanos;
            server.listen(nowNanos);
            server.command(nowNanos);
        }
    }

    /// The program is held up: time passes on the line, not for the drive.
    void heldUp(int milliseconds, long driveNanos) {
        nowNanos += milliseconds * MS;
        line.nowNanos = nowNanos;
        server.listen(nowNanos);
        server.command(driveNanos);
    }

    static byte[] sealed(String hex) {
        byte[] frame = new byte[64];
        byte[] body = HEX.parseHex(hex);
        System.arraycopy(body, 0, frame, 0, body.length);
        return Arrays.copyOf(frame, ModbusFrames.seal(frame, body.length));
    }

    /// Sends a frame and waits for what is said to it.
    ///
    /// @return the answer without its CRC, which was good; nothing when none came
    String ask(byte[] request) {
        line.log.clear();
        line.send(request);
        run(10);
        if (line.log.isEmpty()) {
            return NOTHING;
        }
        assertThat(line.log).hasSize(1);
        byte[] answer = line.log.getFirst();
        assertThat(ModbusFrames.isSealed(answer, 0, answer.length)).isTrue();
        return HEX.formatHex(answer, 0, answer.length - 2);
    }

    String ask(String hex) {
        return ask(sealed(hex));
    }

    /// Starts it and sees it turn.
    void turning(int rpm) {
        ask("01 06 00 01 %02X %02X".formatted(rpm >> 8, rpm & 0xFF));
        ask("01 06 00 02 00 01");
        assertThat(drive.speedRpm).isEqualTo(rpm);
    }

    String trouble() {
        return server.trouble();
    }
}
