package org.altercor.safety.frame;

import java.util.Random;

/// Fills a frame with random values, odd ones included: NaN, infinities, the ends of every range.
public final class RandomFields implements FieldExchange {
    private final Random random;

    public RandomFields(long seed) {
        random = new Random(seed);
    }

    @Override
    public long int64(String name, long value) {
        return random.nextInt(8) == 0 ? Long.MIN_VALUE : random.nextLong();
    }

    @Override
    public int int32(String name, int value) {
        return random.nextInt();
    }

    @Override
    public byte int8(String name, byte value) {
        return (byte) random.nextInt(8);
    }

    @Override
    public double float64(String name, double value) {
        return switch (random.nextInt(8)) {
            case 0 -> Double.NaN;
            case 1 -> Double.NEGATIVE_INFINITY;
            case 2 -> -0.0;
            case 3 -> Double.MIN_VALUE;
            default -> random.nextGaussian() * 1e3;
        };
    }

    @Override
    public boolean flag(String name, boolean value) {
        return random.nextBoolean();
    }

    @Override
    public void enter(String group, int index) {}

    @Override
    public void leave() {}
}
