package org.altercor.config.schema;

import java.util.Collection;
import java.util.Optional;

/// Finds the word somebody meant.
public final class Spelling {
    private static final int LONGEST = 60;

    private Spelling() {}

    /// The question `did you mean …?` with the nearest of `words`; empty when none is near.
    public static Optional<String> didYouMean(String typed, Collection<String> words) {
        return nearest(typed, words).map(word -> "did you mean " + word + "?");
    }

    /// The word with the fewest edits from `typed`, at most a third of its length and never more than four.
    public static Optional<String> nearest(String typed, Collection<String> words) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String best = "";
        int fewest = Math.min(4, 1 + typed.length() / 3) + 1;
        for (String word : words) {
            int edits = edits(typed, word);
            if (edits < fewest) {
                fewest = edits;
                best = word;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /// Letters to insert, delete or replace; two neighbours swapped count as one.
    private static int edits(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
