package org.altercor.config.report;

import java.util.ArrayList;
import java.util.List;

/// A Markdown table with columns padded to their widest cell, so that it reads well as plain text too.
public final class Markdown {
    private final List<List<String>> rows = new ArrayList<>();

    public Markdown(String... headings) {
        rows.add(List.of(headings));
    }

    /// Adds a row: as many cells as there are headings.
    public void row(String... cells) {
        rows.add(List.of(cells).stream().map(cell -> cell.replace("|", "\\|")).toList());
    }

    /// The table, with a line end after each row.
    public String render() {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            for (int i = 0; i < columns; i++) {
                String cell = rows.get(r).get(i);
                text.append("| ").append(cell).append(" ".repeat(widths[i] - cell.length() + 1));
            }
            text.append("|\n");
            if (r == 0) {
                for (int width : widths) {
                    text.append('|').append("-".repeat(width + 2));
                }
                text.append("|\n");
            }
        }
        return text.toString();
    }
}
