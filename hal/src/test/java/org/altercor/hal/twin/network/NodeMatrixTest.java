package org.altercor.hal.twin.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NodeMatrixTest {
    @Test
    void solvesWhatADenseEliminationSolves() {
        long seed = 20_261_123;
        System.out.println("NodeMatrixTest seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int size = 1 + random.nextInt(25);
            double[][] dense = new double[size][size];
            double[] right = new double[size];
            List<int[]> pairs = pairs(size, random);
            var matrix = new NodeMatrix(size, pairs);
            for (int use = 0; use < 3; use++) { // the same matrix again: nothing may be left over
                fill(matrix, pairs, dense, right, random);
                matrix.solve();
                double[] expected = solved(dense, right);
                for (int row = 0; row < size; row++) {
                    assertThat(matrix.solution(row))
                            .as("seed %d round %d row %d of %d", seed, round, row, size)
                            .isCloseTo(expected[row], within(1e-9 * (1 + Math.abs(expected[row]))));
                }
            }
        }
    }

    /// A chain with some loops and some double branches, as circuits are.
    private static List<int[]> pairs(int size, Random random) {
        List<int[]> pairs = new ArrayList<>();
        for (int i = 1; i < size; i++) {
            pairs.add(new int[] {random.nextInt(i), i});
        }
        for (int i = 0; size > 1 && i < random.nextInt(6); i++) {
            int one = random.nextInt(size);
            int other = (one + 1 + random.nextInt(size - 1)) % size;
            pairs.add(new int[] {one, other});
        }
        return pairs;
    }

    private static void fill(NodeMatrix matrix, List<int[]> pairs, double[][] dense, double[] right, Random random) {
        matrix.clear();
        for (int row = 0; row < right.length; row++) {
            java.util.Arrays.fill(dense[row], 0);
            double diagonal = 1e-6 + Math.pow(10, 6 * random.nextDouble() - 3);
            right[row] = 200 * random.nextDouble() - 100;
            matrix.add(row, diagonal);
            matrix.addRight(row, right[row]);
            dense[row][row] = diagonal;
        }
        for (int[] pair : pairs) {
            double fromGain = random.nextDouble() * 100;
            double toGain = random.nextInt(4) == 0 ? 0 : random.nextDouble() * 100;
            stamp(matrix, dense, pair[0], pair[0], fromGain);
            stamp(matrix, dense, pair[1], pair[0], -fromGain);
            stamp(matrix, dense, pair[1], pair[1], toGain);
            stamp(matrix, dense, pair[0], pair[1], -toGain);
        }
    }

    private static void stamp(NodeMatrix matrix, double[][] dense, int row, int column, double value) {
        matrix.add(matrix.slot(row, column), value);
        dense[row][column] += value;
    }

    private static double[] solved(double[][] dense, double[] right) {
        int size = right.length;
        double[][] a = new double[size][];
        for (int row = 0; row < size; row++) {
            a[row] = dense[row].clone();
        }
        double[] x = right.clone();
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = pivot + 1; row < size; row++) {
                double factor = a[row][pivot] / a[pivot][pivot];
                for (int column = pivot; column < size; column++) {
                    a[row][column] -= factor * a[pivot][column];
                }
                x[row] -= factor * x[pivot];
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int column = row + 1; column < size; column++) {
                x[row] -= a[row][column] * x[column];
            }
            x[row] /= a[row][row];
        }
        return x;
    }
}
