package org.altercor.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.altercor.safety.supervise.Answer;
import org.altercor.safety.supervise.InterlockState;
import org.altercor.safety.supervise.Limiter;
import org.altercor.safety.supervise.PumpMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every mode into every other, with every limit and every lost sensor coming and going at a random moment: no change
/// steps the commanded speed by more than the ramp.
class ModeChangesTest {
    /// What comes and goes.
    private enum Disturbance {
        NOTHING {
            @Override
            void set(OnePump pump, boolean isOn) {}
        },
        LIMIT {
            @Override
            void set(OnePump pump, boolean isOn) {
                pump.safety.limitRpm[0] = isOn ? 30 : Double.POSITIVE_INFINITY;
            }
        },
        LIMIT_OF_ZERO {
            @Override
            void set(OnePump pump, boolean isOn) {
                pump.safety.limitRpm[0] = isOn ? 0 : Double.POSITIVE_INFINITY;
            }
        },
        LIMIT_THAT_IS_NO_NUMBER {
            @Override
            void set(OnePump pump, boolean isOn) {
                pump.safety.limitRpm[0] = isOn ? Double.NaN : Double.POSITIVE_INFINITY;
            }
        },
        HIGH_PRESSURE {
            @Override
            void set(OnePump pump, boolean isOn) {
                pump.pressureMmHg = isOn ? 345 : 150;
            }
        },
        LOW_LEVEL {
            @Override
            void set(OnePump pump, boolean isOn) {
                pump.levelMl = isOn ? 230 : 1_000;
            }
        },
        NO_INCREASE {
            @Override
            void set(OnePump pump, boolean isOn) {
                pump.safety.mayIncrease[0] = !isOn;
            }
        },
        NO_START {
            @Override
            void set(OnePump pump, boolean isOn) {
                pump.safety.mayStart[0] = !isOn;
            }
        },
        NO_PULSES {
            @Override
            void set(OnePump pump, boolean isOn) {
                pump.safety.interlock[0] = isOn ? InterlockState.ACTIVE : InterlockState.CLEAR;
            }
        },
        KEPT_AT_ZERO {
            @Override
            void set(OnePump pump, boolean isOn) {
                pump.inputs.seen.drives[0].awaitsZero = isOn;
            }
        },
        DEAD_SUPERVISOR {
            @Override
            void set(OnePump pump, boolean isOn) {
                pump.supervisorLives = !isOn;
            }
        },
        ZERO_FLOW_WANTED {
            @Override
            void set(OnePump pump, boolean isOn) {
                pump.safety.holdZeroFlow[0] = isOn;
            }
        },
        SHUT_LINE {
            @Override
            void set(OnePump pump, boolean isOn) {
                pump.safety.lineShut[0] = isOn;
            }
        },
        NO_SHAFT {
            @Override
            void set(OnePump pump, boolean isOn) {
                pump.seesShaft = !isOn;
            }
        },
        NO_LEADER {
            @Override
            void set(OnePump pump, boolean isOn) {
                pump.seesLeader = !isOn;
            }
        },
        NO_PROBE {
            @Override
            void set(OnePump pump, boolean isOn) {
                pump.seesFlow = !isOn;
            }
        },
        NO_PRESSURE {
            @Override
            void set(OnePump pump, boolean isOn) {
                pump.seesPressure = !isOn;
            }
        },
        NO_LEVEL {
            @Override
            void set(OnePump pump, boolean isOn) {
                pump.seesLevel = !isOn;
            }
        };

        abstract void set(OnePump pump, boolean isOn);
    }

    private static final double RIGHT = 1 + 1e-9;
    private static final int CYCLES = 300;
    private static final long LONGEST_STEP_NANOS = 20 * OnePump.MS;

    private final Set<PumpMode> modes = EnumSet.noneOf(PumpMode.class);
    private final Set<Limiter> limiters = EnumSet.noneOf(Limiter.class);
    private int cases;
    private int changes;
    private double largestStep;

    @ParameterizedTest(name = "roller, seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void noChangeOfARollerStepsItsSpeedByMoreThanTheRamp(long seed) {
        tryAll(TestPumps.roller(), seed);
        print("roller", seed);
        assertThat(modes)
                .containsExactlyInAnyOrder(
                        PumpMode.STOPPED, PumpMode.SPEED, PumpMode.FLOW, PumpMode.PULSATILE, PumpMode.FOLLOWER);
    }

    @ParameterizedTest(name = "centrifugal, seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void noChangeOfACentrifugalHeadStepsItsSpeedByMoreThanTheRamp(long seed) {
        tryAll(TestPumps.centrifugal(), seed);
        print("centrifugal", seed);
        assertThat(modes)
                .containsExactlyInAnyOrder(PumpMode.STOPPED, PumpMode.SPEED, PumpMode.FLOW, PumpMode.ZERO_FLOW);
    }

    private void print(String head, long seed) {
        System.out.printf(
                "%s, seed %d: %,d cases, %,d of them changed the mode as asked; largest step %.12f of the ramp's%n",
                head, seed, cases, changes, largestStep);
        assertThat(largestStep).isLessThanOrEqualTo(RIGHT).isGreaterThan(0.99);
        assertThat(changes).as("changes that were accepted").isGreaterThan(cases / 4);
        assertThat(limiters)
                .as("every limit was the lowest once")
                .containsAll(EnumSet.complementOf(EnumSet.of(Limiter.OWN_MAXIMUM)));
    }

    private void tryAll(ControlledPump pump, long seed) {
        var random = new Random(seed);
        for (PumpMode from : PumpMode.values()) {
            for (PumpMode to : PumpMode.values()) {
                for (Disturbance disturbance : Disturbance.values()) {
                    tryOne(pump, from, to, disturbance, random);
                }
            }
        }
    }

    private void tryOne(ControlledPump pump, PumpMode from, PumpMode to, Disturbance disturbance, Random random) {
        cases++;
        var one = new OnePump(pump);
        boolean isRoller = pump.head() instanceof ControlledPump.Head.Roller;
        if (!isRoller) {
            one.flowOfRpm = rpm -> (TestPumps.SHUT_OFF * rpm * rpm - 100) * 25;
        }
        ask(one, from, isRoller, random);
        int askedAt = 50 + random.nextInt(150);
        int onAt = random.nextInt(250);
        int offAt = onAt + random.nextInt(CYCLES - onAt);
        for (int i = 0; i < CYCLES; i++) {
            if (i == askedAt) {
                ask(one, to, isRoller, random);
            }
            if (i == onAt || i == offAt) {
                disturbance.set(one, i == onAt);
            }
            step(one, pump, random.nextInt(20) == 0 ? 50 * OnePump.MS : OnePump.PERIOD_NANOS);
            if (i == askedAt && one.snapshot.answer[0] == Answer.ACCEPTED) {
                changes++;
            }
        }
    }

    private void step(OnePump one, ControlledPump pump, long periodNanos) {
        double beforeRpm = one.commandedRpm();
        PumpMode modeBefore = one.mode();
        one.cycle(periodNanos);
        double rpm = one.commandedRpm();
        modes.add(one.mode());
        limiters.add(one.snapshot.limiter[0]);
        assertThat(rpm).isBetween(0.0, pump.limits().ceilingRpm());
        assertThat(one.snapshot.targetRpm[0]).isBetween(0.0, pump.limits().maximumRpm());
        if (one.inputs.seen.drives[0].awaitsZero) {
            assertThat(rpm).as("kept at zero").isZero();
            return;
        }
        double rampRpm = pump.limits().rampRpmPerSecond() * Math.min(periodNanos, LONGEST_STEP_NANOS) / 1e9;
        largestStep = Math.max(largestStep, Math.abs(rpm - beforeRpm) / rampRpm);
        boolean hasPulsed = modeBefore == PumpMode.PULSATILE || one.mode() == PumpMode.FLOW;
        if (!one.safety.mayIncrease[0] && !hasPulsed) {
            assertThat(rpm).as("no increase is permitted").isLessThanOrEqualTo(beforeRpm);
        }
    }

    private static void ask(OnePump one, PumpMode mode, boolean isRoller, Random random) {
        double share = 0.4 + 0.6 * random.nextDouble();
        switch (mode) {
            case STOPPED -> one.stop();
            case SPEED -> one.speed(share * (isRoller ? TestPumps.MAXIMUM_RPM : 4_000));
            case FLOW -> one.flow(share * 6_000);
            case PULSATILE -> one.pulses(share * 4_000, 60, 50, 50);
            case FOLLOWER -> one.follow(4 * share);
            case ZERO_FLOW -> one.zeroFlow();
        }
    }
}
