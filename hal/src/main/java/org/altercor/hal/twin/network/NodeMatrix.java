package org.altercor.hal.twin.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// A sparse matrix with one row for each node, and the elimination that solves it.
///
/// Its pattern is symmetric and fixed: an entry for each pair of nodes that a branch joins, and what elimination adds.
/// Nodes are eliminated in an order that keeps that small (least degree first), found once. Every column's diagonal
/// outweighs the rest of the column, so no pivot is ever sought. For circuits, which are chains with a few loops, the
/// work grows linearly with the number of branches.
///
/// Owner: the twin's thread. Solving allocates nothing.
final class NodeMatrix {
    private final int size;
    private final double[] entries;
    private final double[] right;
    private final double[] solution;

    private final int[] order;
    private final int[] firstNeighbour;
    private final int[] neighbour;
    private final int[] lower;
    private final int[] upper;
    private final int[] firstFill;
    private final int[] fillTarget;

    private final int[][] slot;

    /// @param size  number of nodes
    /// @param pairs pairs of nodes that branches join
    NodeMatrix(int size, List<int[]> pairs) {
        this.size = size;
        List<SortedSet<Integer>> open = new ArrayList<>();
        slot = new int[size][size];
        for (int[] row : slot) {
            Arrays.fill(row, -1);
        }
        for (int i = 0; i < size; i++) {
            open.add(new TreeSet<>());
            slot[i][i] = i;
        }
        int used = size;
        for (int[] pair : pairs) {
            used = join(pair[0], pair[1], used, open);
        }
        order = new int[size];
        firstNeighbour = new int[size + 1];
        firstFill = new int[size + 1];
        List<Integer> neighbours = new ArrayList<>();
        List<Integer> lowers = new ArrayList<>();
        List<Integer> uppers = new ArrayList<>();
        List<Integer> fills = new ArrayList<>();
        boolean[] gone = new boolean[size];
        for (int step = 0; step < size; step++) {
            int pivot = leastDegree(open, gone);
            gone[pivot] = true;
            order[step] = pivot;
            List<Integer> rest = List.copyOf(open.get(pivot));
            for (int i : rest) {
                open.get(i).remove(pivot);
                for (int j : rest) {
                    used = join(i, j, used, open);
                }
            }
            for (int i : rest) {
                neighbours.add(i);
                lowers.add(slot[i][pivot]);
                uppers.add(slot[pivot][i]);
                for (int j : rest) {
                    fills.add(slot[i][j]);
                }
            }
            firstNeighbour[step + 1] = neighbours.size();
            firstFill[step + 1] = fills.size();
        }
        neighbour = array(neighbours);
        lower = array(lowers);
        upper = array(uppers);
        fillTarget = array(fills);
        entries = new double[used];
        right = new double[size];
        solution = new double[size];
    }

    private int join(int i, int j, int used, List<SortedSet<Integer>> open) {
        if (i == j || slot[i][j] >= 0) {
            return used;
        }
        slot[i][j] = used;
        slot[j][i] = used + 1;
        open.get(i).add(j);
        open.get(j).add(i);
        return used + 2;
    }

    private static int leastDegree(List<SortedSet<Integer>> open, boolean[] gone) {
        int best = -1;
        for (int i = 0; i < gone.length; i++) {
            if (!gone[i] && (best < 0 || open.get(i).size() < open.get(best).size())) {
                best = i;
            }
        }
        return best;
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Where the entry of a row and a column lies; −1 when there is none.
    int slot(int row, int column) {
        return slot[row][column];
    }

    /// Forgets all entries and the right side.
    void clear() {
        Arrays.fill(entries, 0);
        Arrays.fill(right, 0);
    }

    /// Adds to an entry.
    void add(int entry, double value) {
        entries[entry] += value;
    }

    /// Adds to the right side of a row.
    void addRight(int row, double value) {
        right[row] += value;
    }

    /// Solves. Entries are spent; the solution is read by [#solution].
    void solve() {
        double[] a = entries;
        for (int step = 0; step < size; step++) {
            int pivot = order[step];
            double inverse = 1 / a[pivot];
            int first = firstNeighbour[step];
            int last = firstNeighbour[step + 1];
            int fill = firstFill[step];
            for (int i = first; i < last; i++) {
                double factor = a[lower[i]] * inverse;
                right[neighbour[i]] -= factor * right[pivot];
                for (int j = first; j < last; j++) {
                    a[fillTarget[fill++]] -= factor * a[upper[j]];
                }
            }
        }
        for (int step = size - 1; step >= 0; step--) {
            int pivot = order[step];
            double sum = right[pivot];
            for (int i = firstNeighbour[step]; i < firstNeighbour[step + 1]; i++) {
                sum -= a[upper[i]] * solution[neighbour[i]];
            }
            solution[pivot] = sum / a[pivot];
        }
    }

    /// The solution of one row.
    double solution(int row) {
        return solution[row];
    }
}
