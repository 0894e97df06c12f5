package org.altercor.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files with one mistake each, and what must be said about it: place, what was found, what would be right.
class BrokenFilesTest {
    private static final Map<String, List<String>> CORPUS = new TreeMap<>();

    private static void row(String file, String... fragments) {
        CORPUS.put(file, List.of(fragments));
    }

    static {
        row("joint-no-buzzer", "joint-no-buzzer.toml:1:1: output", "found:   a rig without a buzzer");
        row("byte-order-mark", "byte-order-mark.toml:1:1:", "found:   a byte order mark (EF BB BF)");
        row(
                "calibration-date-in-quotes",
                "calibration-date-in-quotes.toml:12:1: displacement.on",
                "found:   the text \"2026-10-01\"",
                "hint:    write 2026-10-01 without quotation marks");
        row(
                "calibration-expired",
                "calibration-expired.toml:13:1: displacement.expires-on",
                "found:   2026-11-01: it has expired");
        row(
                "calibration-in-the-future",
                "calibration-in-the-future.toml:12:1: displacement.on",
                "found:   2026-12-24, which is in the future");
        row(
                "calibration-outside-geometry",
                "calibration-outside-geometry.toml:10:1: displacement.stroke-volume-ml",
                "found:   20 mL/rev",
                "hint:    the handbook has 45.0 mL/rev; is the tubing really 1/2in?");
        row(
                "calibration-residual-too-good",
                "calibration-residual-too-good.toml:17:1: displacement.residual-percent",
                "found:   0.1 %");
        row(
                "calibration-rising-envelope",
                "calibration-rising-envelope.toml:24:1: commissioning.stop-envelope",
                "found:   pair 2, [200, 80], after [100, 70]");
        row("calibration-two-points", "calibration-two-points.toml:16:1: displacement.points", "found:   a list of 2");
        row(
                "calibration-wrong-tubing",
                "calibration-wrong-tubing.toml:10:1: displacement.stroke-volume-ml",
                "found:   44.8 mL/rev",
                "hint:    the handbook has 27.0 mL/rev; is the tubing really 3/8in?");
        row("deep-nesting", "deep-nesting.toml:2:13:", "found:   nesting deeper than 8");
        row("dotted-nesting", "dotted-nesting.toml:2:18:", "found:   nesting deeper than 8");
        row("empty", "empty.toml:1:1:", "found:   an empty file");
        row(
                "joint-arterial-coasts-on-silence",
                "joint-arterial-coasts-on-silence.toml:23:1: drive.arterial.on-silence",
                "found:   it coasts after 300 ms");
        row(
                "joint-arterial-on-run-pulses",
                "joint-arterial-on-run-pulses.toml:23:1: drive.arterial.on-silence",
                "found:   its power ceases with the run pulses, so it stops when the program dies");
        row(
                "joint-arterial-stops-on-silence",
                "joint-arterial-stops-on-silence.toml:23:1: drive.arterial.on-silence",
                "found:   it brakes to standstill after 300 ms");
        row(
                "joint-arterial-without-enable",
                "joint-arterial-without-enable.toml:21:1: drive.arterial.enable.register",
                "found:   a drive without an enable word, off the bench",
                "an unasked start may burst a clamped line",
                "hint:    its manual may call it control word, run command or start/stop");
        row("joint-clamp-that-closes", "joint-clamp-that-closes.toml:90:1: output.clamp.unpowered", "found:   closed");
        row(
                "joint-coarse-set-point",
                "joint-coarse-set-point.toml:30:44: drive.arterial.set-speed.rpm-per-count",
                "found:   2 rpm per count");
        row(
                "joint-drive-for-nobody",
                "joint-drive-for-nobody.toml:34:1: drive.vant",
                "found:   a drive for vant, which the machine does not have",
                "hint:    did you mean vent?");
        row(
                "joint-gpio-for-pressure",
                "joint-gpio-for-pressure.toml:66:1: sensor.pressure.driver",
                "found:   a driver that cannot carry pressure");
        row(
                "joint-no-second-path",
                "joint-no-second-path.toml:23:1: drive.arterial.on-silence",
                "found:   an arterial drive whose power nothing but its own bus can take away");
        row(
                "joint-shared-arterial-bus",
                "joint-shared-arterial-bus.toml:7:1: bus.arterial.baud",
                "found:   a stop frame that may be 29.9 ms late",
                "joint-shared-arterial-bus.toml:25:1: drive.arterial.bus",
                "found:   the arterial drive on bus arterial, together with others");
        row("joint-silent-buzzer", "joint-silent-buzzer.toml:90:1: output.buzzer.unpowered", "found:   silent");
        row(
                "joint-simulated-sto",
                "joint-simulated-sto.toml:83:1: output.sto.driver",
                "found:   a simulated sto for arterial, whose drive is real");
        row(
                "joint-slow-bus",
                "joint-slow-bus.toml:7:1: bus.arterial.baud",
                "found:   a stop frame that may be 39.5 ms late");
        row("joint-sto-that-trips", "joint-sto-that-trips.toml:81:1: output.sto.unpowered", "found:   tripped");
        row(
                "joint-unguarded",
                "joint-unguarded.toml:23:1: drive.arterial.on-silence",
                "found:   an arterial drive that turns on when the program is dead, and nobody watches pressure");
        row(
                "joint-vent-holds-on-silence",
                "joint-vent-holds-on-silence.toml:36:1: drive.vent.on-silence",
                "found:   it holds its speed after 5000 ms");
        row(
                "joint-vent-stops-too-late",
                "joint-vent-stops-too-late.toml:36:1: drive.vent.on-silence",
                "found:   it brakes to standstill after 20000 ms");
        row(
                "joint-vent-without-enable",
                "joint-vent-without-enable.toml:34:1: drive.vent.enable.register",
                "found:   a drive without an enable word, off the bench",
                "an unasked start collapses the heart it should empty");
        row(
                "joint-waiver-off-bench",
                "joint-waiver-off-bench.toml:5:1: waiver",
                "found:   a waiver on a rig that is no bench");
        row(
                "latin-1",
                "latin-1.toml:3:20:",
                "found:   byte 0xB0 at offset 58, which is no UTF-8",
                "hint:    in Latin-1 that byte is \"°\": save the file as UTF-8");
        row("machine-duplicate-key", "machine-duplicate-key.toml:13:1: direction", "found:   direction a second time");
        row(
                "machine-duplicate-pump",
                "machine-duplicate-pump.toml:25:1: pump.vent",
                "found:   pump.vent a second time",
                "machine-duplicate-pump.toml:26:1: role",
                "found:   role a second time");
        row(
                "machine-faster-than-commissioned",
                "machine-faster-than-commissioned.toml:22:1: pump.vent.max-speed-rpm",
                "found:   200 rpm");
        row(
                "machine-follows-itself",
                "machine-follows-itself.toml:19:1: pump.vent.follows",
                "found:   itself",
                "rig.toml:15:1: bus.others.baud",
                "found:   a stop frame that may be 21.5 ms late");
        row(
                "machine-handbook-on-hardware",
                "machine-handbook-on-hardware.toml:14:1: pump.arterial.calibration",
                "found:   displacement by the handbook",
                "machine-handbook-on-hardware.toml:14:1: pump.arterial.calibration",
                "found:   commissioning by the handbook");
        row(
                "machine-homoglyph-key",
                "machine-homoglyph-key.toml:8:2:",
                "found:   the character U+043E (CYRILLIC SMALL LETTER O)");
        row(
                "machine-key-without-meaning",
                "machine-key-without-meaning.toml:7:1: pump.arterial.max-impeller-speed-rpm",
                "found:   no such key",
                "machine-key-without-meaning.toml:8:1: pump.arterial.role",
                "found:   an arterial pump without its flow sensor");
        row("machine-kind-of-file", "rig.toml:1:1: kind", "found:   a rig file");
        row(
                "machine-metres-for-centimetres",
                "machine-metres-for-centimetres.toml:29:1: sensor.air.distance-to-cannula-cm",
                "found:   1.8 cm, which is below the hard limit of 5 cm",
                "hint:    1.8 in m would be 180 cm: m typed for cm?");
        row("machine-missing-role", "machine-missing-role.toml:7:1: pump.arterial.role", "found:   no such key");
        row(
                "machine-misspelt-role",
                "machine-misspelt-role.toml:8:1: pump.arterial.role",
                "found:   the text \"arterail\"",
                "hint:    did you mean arterial?");
        row("machine-no-kind", "machine-no-kind.toml:1:1: kind", "found:   a file that does not say what it is");
        row(
                "machine-number-in-quotes",
                "machine-number-in-quotes.toml:13:1: pump.arterial.max-speed-rpm",
                "found:   the text \"180\"",
                "hint:    write 180 without quotation marks");
        row(
                "machine-over-hard-limit",
                "machine-over-hard-limit.toml:13:1: pump.arterial.max-speed-rpm",
                "found:   300 rpm, which is above the hard limit of 250 rpm");
        row(
                "machine-quoted-homoglyph-key",
                "machine-quoted-homoglyph-key.toml:8:1: pump.arterial.r<U+043E>le",
                "found:   the unknown key r<U+043E>le",
                "hint:    did you mean role?");
        row(
                "machine-right-to-left",
                "machine-right-to-left.toml:3:10:",
                "found:   the invisible or control character U+202E");
        row(
                "machine-sensor-in-wrong-place",
                "machine-sensor-in-wrong-place.toml:8:1: pump.arterial.role",
                "found:   an arterial pump without its level sensor",
                "machine-sensor-in-wrong-place.toml:34:1: sensor.level.place",
                "found:   a level sensor at arterial-line");
        row(
                "machine-sensor-too-near",
                "machine-sensor-too-near.toml:29:1: sensor.air.distance-to-cannula-cm",
                "found:   50 cm: at 7.0 L/min air passes them in 305 ms, and the stop takes 350 ms");
        row("machine-syntax", "machine-syntax.toml:16:11:", "found:   a heading that is not closed");
        row("machine-truncated", "machine-truncated.toml:34:7:", "found:   a line that is no key = value");
        row(
                "machine-tubing-not-in-list",
                "machine-tubing-not-in-list.toml:11:1: pump.arterial.tubing",
                "found:   the text \"7/16in\"",
                "hint:    did you mean 3/16in?");
        row(
                "machine-twin-calibration-on-hardware",
                "machine-twin-calibration-on-hardware.toml:14:1: pump.arterial.calibration",
                "found:   displacement of the twin, for a drive that is real",
                "machine-twin-calibration-on-hardware.toml:14:1: pump.arterial.calibration",
                "found:   commissioning of the twin, for a drive that is real");
        row(
                "machine-two-arterial-pumps",
                "machine-two-arterial-pumps.toml:17:1: pump.vent.role",
                "found:   a second arterial pump",
                "machine-two-arterial-pumps.toml:17:1: pump.vent.role",
                "found:   an arterial pump without its air sensor");
        row(
                "machine-unclosed-quote",
                "machine-unclosed-quote.toml:3:47:",
                "found:   a quotation mark that is never closed");
        row(
                "machine-unknown-key",
                "machine-unknown-key.toml:13:1: pump.arterial.max-sped-rpm",
                "found:   the unknown key max-sped-rpm",
                "hint:    did you mean max-speed-rpm?");
        row(
                "machine-unknown-profile",
                "machine-unknown-profile.toml:4:1: profile",
                "found:   no shipped profile is called adult-bypas",
                "hint:    did you mean adult-bypass?");
        row(
                "machine-unknown-pump",
                "machine-unknown-pump.toml:28:1: sensor.air.pumps",
                "found:   the pump artery, which the machine does not have",
                "hint:    did you mean arterial?");
        row(
                "machine-without-air",
                "rig.toml:49:1: sensor.air",
                "machine-without-air.toml:8:1: pump.arterial.role",
                "found:   an arterial pump without its air sensor");
        row(
                "machine-without-level",
                "rig.toml:57:1: sensor.level",
                "found:   a sensor for level, which the machine does not have",
                "machine-without-level.toml:8:1: pump.arterial.role",
                "found:   an arterial pump without its level sensor");
        row(
                "machine-without-pressure",
                "machine-without-pressure.toml:8:1: pump.arterial.role",
                "found:   an arterial pump without its pressure sensor");
        row(
                "machine-wrong-tubing",
                "machine-wrong-tubing.toml:14:1: pump.arterial.calibration",
                "found:   a calibration of 1/2in tubing in a 6in raceway");
        row(
                "profile-decimal-comma",
                "profile-decimal-comma.toml:41:27:",
                "found:   ','",
                "hint:    a decimal comma? write 36.8");
        row(
                "profile-fahrenheit",
                "profile-fahrenheit.toml:41:1: temperature.arterial-warn-celsius",
                "found:   98.2 °C, which is above the hard limit of 38 °C",
                "hint:    98.2 in °F would be 36.78 °C: °F typed for °C?");
        row(
                "profile-foreign-digits",
                "profile-foreign-digits.toml:17:11:",
                "found:   the character U+0662 (ARABIC-INDIC DIGIT TWO)",
                "profile-foreign-digits.toml:17:12:",
                "found:   the character U+0660 (ARABIC-INDIC DIGIT ZERO)");
        row(
                "profile-hold-too-long",
                "profile-hold-too-long.toml:57:1: loss.vent-hold-s",
                "found:   30 s, which is above the hard limit of 10 s");
        row("profile-huge", "profile-huge.toml:8:17:", "found:   a number with more digits than a computer holds");
        row("profile-infinite", "profile-infinite.toml:8:1: line-pressure.regulate-mmhg", "found:   inf");
        row(
                "profile-kilopascal",
                "profile-kilopascal.toml:9:1: line-pressure.stop-mmhg",
                "found:   46.7 mmHg, which is below the hard limit of 50 mmHg",
                "hint:    46.7 in kPa would be 350 mmHg: kPa typed for mmHg?");
        row(
                "profile-litres",
                "profile-litres.toml:19:1: max-flow.arterial-ml-per-min",
                "found:   7 mL/min, which is below the hard limit of 100 mL/min",
                "hint:    7 in L/min would be 7000 mL/min: L/min typed for mL/min?");
        row(
                "profile-min-above-max",
                "profile-min-above-max.toml:52:1: targets.mean-high-mmhg",
                "found:   80, while mean-low-mmhg is 90");
        row("profile-missing-section", "profile-missing-section.toml:1:1: alarms", "found:   no section [alarms]");
        row(
                "profile-negative",
                "profile-negative.toml:27:1: flow.deviation-percent",
                "found:   -10 %, which is below the hard limit of 2 %");
        row("profile-not-a-number", "profile-not-a-number.toml:17:1: level.stop-ml", "found:   nan");
        row(
                "profile-seconds",
                "profile-seconds.toml:26:1: flow.backflow-after-ms",
                "found:   0.2 ms, which is below the hard limit of 10 ms",
                "hint:    0.2 in s would be 200 ms: s typed for ms?");
        row("profile-unsigned", "profile-unsigned.toml:1:1: reviewed-by", "found:   no such key");
        row(
                "profile-warn-above-stop",
                "profile-warn-above-stop.toml:8:1: line-pressure.regulate-mmhg",
                "found:   300, while warn-mmhg is 360");
        row("rig-bus-number-for-label", "rig-bus-number-for-label.toml:53:1: sensor.air.chip", "found:   0");
        row(
                "rig-half-a-group",
                "rig-half-a-group.toml:34:1: drive.vent.direction.forward",
                "found:   no such key",
                "rig-half-a-group.toml:34:1: drive.vent.direction.reverse",
                "found:   no such key");
        row(
                "rig-no-positive-turns",
                "rig-no-positive-turns.toml:21:1: drive.arterial.positive-turns",
                "found:   no such key");
        row("rig-lease-on-modbus", "rig-lease-on-modbus.toml:23:1: drive.arterial.on-silence", "found:   lease");
        row(
                "rig-one-line-by-label-and-path",
                "rig-one-line-by-label-and-path.toml:62:1: sensor.level.line",
                "found:   line 17 of /dev/gpiochip0, taken by sensor.air.line in line 54 as a line of pinctrl-rp1",
                "allowed: an address of its own, and the label of the chip in both");
        row(
                "rig-twin-without-banner",
                "rig-twin-without-banner.toml:1:1: bench",
                "found:   ports that are simulated, and no banner");
        row(
                "rig-two-buses-on-one-port",
                "rig-two-buses-on-one-port.toml:14:1: bus.others.device",
                "found:   port /dev/serial/by-id/usb-arterial, taken by bus.arterial.device in line 6");
        row(
                "rig-two-devices-on-one-line",
                "rig-two-devices-on-one-line.toml:62:1: sensor.level.line",
                "found:   line 17 of pinctrl-rp1, taken by sensor.air.line in line 54");
        row(
                "rig-two-slaves-on-one-address",
                "rig-two-slaves-on-one-address.toml:70:1: sensor.pressure.slave",
                "found:   slave 1 on bus others, which is drive.vent.slave");
        row(
                "rig-unknown-bus",
                "rig-unknown-bus.toml:25:1: drive.arterial.bus",
                "found:   the bus arterail, which this rig does not have",
                "hint:    did you mean arterial?");
        row(
                "rig-unsigned-without-direction",
                "rig-unsigned-without-direction.toml:43:29: drive.vent.set-speed.signed",
                "found:   an unsigned set-point and no direction word",
                "rig-unsigned-without-direction.toml:45:49: drive.vent.actual-speed.signed",
                "found:   an unsigned speed and no direction to compare it with");
        row(
                "rig-zero-gain",
                "rig-zero-gain.toml:30:44: drive.arterial.set-speed.rpm-per-count",
                "found:   0 rpm per count, which is below the hard limit of 0.0001 rpm per count");
        row(
                "circuit-bore-in-inches",
                "circuit-bore-in-inches.toml:29:1: part.line.bore-mm",
                "found:   0.375 mm, which is below the hard limit of 0.5 mm",
                "hint:    0.375 in cm would be 3.75 mm: cm typed for mm?");
        row(
                "circuit-bore-of-a-reservoir",
                "circuit-bore-of-a-reservoir.toml:13:1: part.reservoir.bore-mm",
                "found:   a key without a meaning here");
        row(
                "circuit-both-ends-alike",
                "circuit-both-ends-alike.toml:28:1: part.line.to",
                "found:   reservoir, at both ends");
        row(
                "circuit-end-that-leads",
                "circuit-end-that-leads.toml:27:1: part.line.from",
                "found:   arterial, of type roller, which holds nothing");
        row(
                "circuit-ends-of-a-junction",
                "circuit-ends-of-a-junction.toml:16:1: part.outlet.from",
                "found:   a key without a meaning here");
        row(
                "circuit-haematocrit-above",
                "circuit-haematocrit-above.toml:7:1: part.blood.haematocrit-percent",
                "found:   300 %, which is above the hard limit of 70 %");
        row(
                "circuit-length-in-metres",
                "circuit-length-in-metres.toml:30:1: part.line.length-cm",
                "found:   0.018 cm, which is below the hard limit of 0.5 cm");
        row(
                "circuit-length-in-millimetres",
                "circuit-length-in-millimetres.toml:30:1: part.line.length-cm",
                "found:   1800 cm, which is above the hard limit of 1000 cm",
                "hint:    1800 in mm would be 180 cm: mm typed for cm?");
        row("circuit-lonely", "circuit-lonely.toml:32:1: part.bag", "found:   a part that nothing leads to");
        row("circuit-no-bore", "circuit-no-bore.toml:24:1: part.line.bore-mm", "found:   no such key");
        row("circuit-no-surface", "circuit-no-surface.toml:1:1: part", "found:   a circuit without a surface");
        row("circuit-no-type", "circuit-no-type.toml:24:1: part.line.type", "found:   no such key");
        row("circuit-not-a-number", "circuit-not-a-number.toml:12:1: part.reservoir.volume-ml", "found:   nan");
        row(
                "circuit-number-in-quotes",
                "circuit-number-in-quotes.toml:12:1: part.reservoir.volume-ml",
                "found:   the text \"1000\"",
                "hint:    write 1000 without quotation marks");
        row(
                "circuit-one-place-twice",
                "circuit-one-place-twice.toml:16:1: part.outlet.place",
                "found:   arterial-line, where reservoir is already");
        row("circuit-percent-sign", "circuit-percent-sign.toml:7:26:", "found:   '%'");
        row(
                "circuit-place-of-a-pump",
                "circuit-place-of-a-pump.toml:20:1: part.arterial.place",
                "found:   a key without a meaning here");
        row("circuit-two-bloods", "circuit-two-bloods.toml:33:1: part.prime.type", "found:   a second blood");
        row("circuit-two-patients", "circuit-two-patients.toml:36:1: part.two.type", "found:   a second patient");
        row(
                "circuit-unknown-end",
                "circuit-unknown-end.toml:21:1: part.arterial.to",
                "found:   the part outlett, which the circuit does not have",
                "hint:    did you mean outlet?");
        row(
                "circuit-unknown-key",
                "circuit-unknown-key.toml:24:1: part.line.length-cm",
                "found:   no such key",
                "circuit-unknown-key.toml:30:1: part.line.lenght-cm",
                "found:   the unknown key lenght-cm",
                "hint:    did you mean length-cm?");
        row(
                "circuit-unknown-place",
                "circuit-unknown-place.toml:26:1: part.line.place",
                "found:   the text \"arterial-lien\"",
                "hint:    did you mean arterial-line?");
        row(
                "circuit-unknown-type",
                "circuit-unknown-type.toml:25:1: part.line.type",
                "found:   the text \"tubes\"",
                "hint:    did you mean tube?");
        row(
                "joint-twin-broken-circuit",
                "circuit-lonely.toml:32:1: part.bag",
                "found:   a part that nothing leads to",
                "joint-twin-broken-circuit.toml:15:1: drive.vent.driver",
                "found:   a drive of the twin, and in circuit sound no head of that name");
        row(
                "joint-twin-other-circuit",
                "joint-twin-other-circuit.toml:15:1: drive.vent.driver",
                "found:   a drive of the twin, and in circuit bench-roller no head of that name",
                "joint-twin-other-circuit.toml:25:1: sensor.level.driver",
                "found:   a level sensor of the twin, and in circuit bench-roller nothing at reservoir that it could measure");
        row(
                "joint-twin-unknown-circuit",
                "joint-twin-unknown-circuit.toml:4:1: circuit",
                "found:   no shipped circuit is called adult-bypas",
                "hint:    did you mean adult-bypass?");
        row(
                "joint-twin-without-circuit",
                "joint-twin-without-circuit.toml:1:1: circuit",
                "found:   ports of the twin, and no circuit");
        row(
                "joint-twin-wrong-head",
                "joint-twin-wrong-head.toml:10:1: drive.arterial.driver",
                "found:   a drive of the twin, and in circuit adult-bypass-centrifugal a part of that name, of type centrifugal");
        row("scenario-after-the-end", "scenario-after-the-end.toml:85:1: at[10].s", "found:   70 s");
        row(
                "scenario-air-into-the-blood",
                "scenario-air-into-the-blood.toml:41:1: at[3].part",
                "found:   blood, of type blood");
        row("scenario-at-is-a-number", "scenario-at-is-a-number.toml:5:1: at", "found:   3");
        row(
                "scenario-circuit-misspelt",
                "scenario-circuit-misspelt.toml:4:1: circuit",
                "found:   no shipped circuit is called adult-bypas",
                "hint:    did you mean adult-bypass?");
        row("scenario-drives-a-tube", "scenario-drives-a-tube.toml:25:1: at[1].pump", "found:   line, of type tube");
        row(
                "scenario-expects-nothing",
                "scenario-expects-nothing.toml:77:1: at[9]",
                "found:   an expectation of nothing");
        row(
                "scenario-expects-the-impossible",
                "scenario-expects-the-impossible.toml:33:1: at[2].at-most",
                "found:   3600, while at-least is 4000");
        row(
                "scenario-for-and-within",
                "scenario-for-and-within.toml:36:1: at[2].within-s",
                "found:   within-s together with for-s");
        row(
                "scenario-gives-to-a-tube",
                "scenario-gives-to-a-tube.toml:55:1: at[5].part",
                "found:   line, of type tube");
        row("scenario-half-a-part", "scenario-half-a-part.toml:14:1: part.bypass.to", "found:   no such key");
        row(
                "scenario-key-of-another-kind",
                "scenario-key-of-another-kind.toml:11:1: part.line.volume-ml",
                "found:   a key without a meaning here");
        row(
                "scenario-less-than-no-air",
                "scenario-less-than-no-air.toml:42:1: at[3].volume-ml",
                "found:   -1 mL of air");
        row(
                "scenario-mean-before-the-start",
                "scenario-mean-before-the-start.toml:34:1: at[2].mean-s",
                "found:   12 s before 10 s");
        row(
                "scenario-negative-time",
                "scenario-negative-time.toml:23:1: at[1].s",
                "found:   -1 s, which is below the hard limit of 0 s");
        row(
                "scenario-new-part-without-type",
                "scenario-new-part-without-type.toml:14:1: part.bypass.type",
                "found:   no such key");
        row("scenario-one-bracket", "scenario-one-bracket.toml:84:1: at[9].x", "found:   the unknown section x");
        row(
                "scenario-out-of-order",
                "scenario-out-of-order.toml:53:1: at[5].s",
                "found:   15 s, after something at 20 s");
        row(
                "scenario-out-of-range",
                "scenario-out-of-range.toml:11:1: part.line.length-cm",
                "found:   2500 cm, which is above the hard limit of 1000 cm",
                "hint:    2500 in mm would be 250 cm: mm typed for cm?");
        row("scenario-outlasts-it", "scenario-outlasts-it.toml:29:1: at[2].s", "found:   10 s and 55 s more");
        row(
                "scenario-sets-out-of-range",
                "scenario-sets-out-of-range.toml:49:1: at[4].value",
                "found:   130 %, which is above the hard limit of 100 %");
        row(
                "scenario-sets-what-it-has-not",
                "scenario-sets-what-it-has-not.toml:48:1: at[4].key",
                "found:   the key water-celsius, which a tube does not have");
        row(
                "scenario-speed-of-an-expectation",
                "scenario-speed-of-an-expectation.toml:83:1: at[9].speed-rpm",
                "found:   a key without a meaning here");
        row(
                "scenario-unknown-act",
                "scenario-unknown-act.toml:40:1: at[3].does",
                "found:   the text \"inject\"",
                "hint:    did you mean expect?");
        row("scenario-unknown-circuit", "circut.toml:1:1:", "found:   no such file");
        row(
                "scenario-unknown-end",
                "scenario-unknown-end.toml:16:1: part.bypass.from",
                "found:   the part oultet, which the circuit does not have",
                "hint:    did you mean outlet?");
        row(
                "scenario-unknown-key-of-a-part",
                "scenario-unknown-key-of-a-part.toml:11:1: part.line.lenght-cm",
                "found:   the unknown key lenght-cm",
                "hint:    did you mean length-cm?");
        row(
                "scenario-unknown-part",
                "scenario-unknown-part.toml:47:1: at[4].part",
                "found:   the part bypas, which the circuit does not have",
                "hint:    did you mean bypass?");
        row(
                "scenario-unknown-pump",
                "scenario-unknown-pump.toml:25:1: at[1].pump",
                "found:   the part arterail, which the circuit does not have",
                "hint:    did you mean arterial?");
        row(
                "scenario-operator-over-a-circuit",
                "scenario-operator-over-a-circuit.toml:9:1: at[1].does",
                "found:   an operator, over a circuit alone",
                "scenario-operator-over-a-circuit.toml:15:1: at[2].does");
        row(
                "scenario-drive-beside-an-operator",
                "scenario-drive-beside-an-operator.toml:15:1: at[2].does",
                "found:   drive, beside an operator");
        row(
                "scenario-settled-with-an-operator",
                "scenario-settled-with-an-operator.toml:6:1: settled",
                "found:   a settled start, with an operator");
        row(
                "scenario-circuit-and-machine",
                "scenario-circuit-and-machine.toml:4:1: machine",
                "found:   a machine, and a circuit besides");
        row(
                "scenario-neither-circuit-nor-machine",
                "scenario-neither-circuit-nor-machine.toml:1:1: circuit",
                "found:   neither a circuit nor a machine");
        row(
                "scenario-machine-misspelt",
                "scenario-machine-misspelt.toml:4:1: machine",
                "found:   no shipped machine is called adult-bypas",
                "hint:    did you mean adult-bypass?");
        row(
                "scenario-machine-that-moves",
                "scenario-machine-that-moves.toml:4:1: machine",
                "found:   a machine with hardware: drive arterial");
        row(
                "scenario-machine-part-of-another-type",
                "scenario-machine-part-of-another-type.toml:8:1: part.arterial-line.type",
                "found:   another type for a part of a machine's circuit",
                "allowed: tube, as it is");
        row(
                "scenario-machine-part-at-another-place",
                "scenario-machine-part-at-another-place.toml:8:1: part.arterial-line.place",
                "found:   another place for a part of a machine's circuit",
                "allowed: arterial-line, as it is");
        row(
                "scenario-machine-number-of-a-drive",
                "scenario-machine-number-of-a-drive.toml:8:1: part.arterial.lag-ms",
                "found:   a number of the drive of arterial");
        row(
                "scenario-machine-sets-a-number-of-a-drive",
                "scenario-machine-sets-a-number-of-a-drive.toml:31:1: at[4].key",
                "found:   a number of the drive of arterial");
        row(
                "scenario-machine-unknown-pump",
                "scenario-machine-unknown-pump.toml:13:1: at[1].pump",
                "found:   the pump arterail, which the machine does not have",
                "hint:    did you mean arterial?");
        row(
                "scenario-machine-unknown-device",
                "scenario-machine-unknown-device.toml:19:1: at[2].device",
                "found:   the device flow-arteria, which the machine does not have",
                "hint:    did you mean flow-arterial?");
        row(
                "scenario-machine-unknown-clamp",
                "scenario-machine-unknown-clamp.toml:25:1: at[3].device",
                "found:   the clamp clamp-arterail, which the machine does not have",
                "hint:    did you mean clamp-arterial?");
        row(
                "scenario-machine-without-a-clamp",
                "scenario-machine-without-a-clamp.toml:10:1: at[1].device",
                "found:   the clamp clamp-arterial",
                "allowed: another machine: this one has no clamp");
        row(
                "scenario-clamp-over-a-circuit",
                "scenario-clamp-over-a-circuit.toml:9:1: at[1].does",
                "found:   a clamp, over a circuit alone");
        row(
                "scenario-breaks-what-is-not-there",
                "scenario-breaks-what-is-not-there.toml:68:1: at[7].device",
                "found:   the part arterail, which the circuit does not have",
                "hint:    did you mean arterial?");
        row(
                "joint-one-name-for-two-devices",
                "joint-one-name-for-two-devices.toml:78:1: output.arterial",
                "found:   arterial, the name of a pump");
        row("utf-16", "utf-16.toml:1:1:", "found:   UTF-16 text");
    }

    static Stream<String> corpus() {
        return CORPUS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void aBrokenFileIsRefusedWithAMessageToActOn(String file) {
        String told = told(file);

        assertThat(told).contains(CORPUS.get(file)).contains("allowed: ").endsWith("nothing starts.\n");
    }

    @Test
    void everyBrokenFileHasItsRow() throws IOException {
        assertThat(Broken.files().stream()
                        .map(path -> path.getFileName().toString().replace(".toml", ""))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(CORPUS.keySet());
    }

    @Test
    void theSameMachineWithoutTheMistakesIsAccepted() {
        Checked checked = new MachineFiles(Broken.TODAY).machine("src/test/resources/sound/machine.toml");

        assertThat(Broken.told(checked)).isEmpty();
        assertThat(checked).isInstanceOf(Checked.Whole.class);
    }

    @Test
    void problemsOfSeveralFilesAreToldTogether() {
        Checked checked = new MachineFiles(Broken.TODAY)
                .machine(
                        "src/test/resources/broken/machine-misspelt-role.toml",
                        "src/test/resources/broken/rig-unknown-bus.toml");

        assertThat(Broken.told(checked)).contains("did you mean arterial?").contains("the bus arterail");
    }

    private static String told(String file) {
        return Broken.told(new MachineFiles(Broken.TODAY).check("src/test/resources/broken/" + file + ".toml"));
    }
}
