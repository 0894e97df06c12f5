package org.altercor.controller.blackbox;

import java.util.ArrayList;
import java.util.List;

/// A line of many samples as a path of few points: of each column of the drawing the first, the lowest, the highest and
/// the last one, so that a spike of a single sample is as high as it was. Where a value is not known, or no cycle was
/// recorded, the line ends and begins anew.
final class Decimation {
    /// Points are told in tenths of a unit of the drawing.
    private static final double TENTHS = 10;

    private final Extent extent;
    private final Axis axis;
    private final double factor;
    private final StringBuilder path = new StringBuilder();
    private final List<long[]> line = new ArrayList<>();
    private long column;
    private long first;
    private long last;
    private long least;
    private long most;
    private boolean isLeastFirst;
    private boolean hasColumn;

    private Decimation(Extent extent, Axis axis, double factor) {
        this.extent = extent;
        this.axis = axis;
        this.factor = factor;
    }

    /// The path of a trace; empty when nothing of it is known there.
    static String path(Trace trace, CycleTimes times, Extent extent, Axis axis, double factor) {
        var decimation = new Decimation(extent, axis, factor);
        for (int i = 0; i < times.count(); i++) {
            if (extent.contains(times.seconds(i))) {
                decimation.take(trace.value(i), times.seconds(i), times.isBehindGap(i));
            }
        }
        decimation.endLine();
        return decimation.path.toString();
    }

    private void take(double value, double seconds, boolean isBehindGap) {
        if (isBehindGap) {
            endLine();
        }
        if (Double.isNaN(value)) {
            endLine();
            return;
        }
        long x = Math.round(Math.floor(extent.x(seconds)) * TENTHS);
        long y = Math.round(axis.y(value * factor) * TENTHS);
        if (hasColumn && x != column) {
            endColumn();
        }
        if (!hasColumn) {
            hasColumn = true;
            column = x;
            first = y;
            least = y;
            most = y;
        }
        if (y < least) {
            least = y;
            isLeastFirst = false;
        } else if (y > most) {
            most = y;
            isLeastFirst = true;
        }
        last = y;
    }

    private void endColumn() {
        if (hasColumn) {
            add(first);
            add(isLeastFirst ? least : most);
            add(isLeastFirst ? most : least);
            add(last);
            hasColumn = false;
        }
    }

    /// A point that lies between two others on a level line, or is the one before, says nothing.
    private void add(long y) {
        int size = line.size();
        if (size > 0 && line.getLast()[1] == y && line.getLast()[0] == column) {
            return;
        }
        boolean isLevel = size > 1 && line.getLast()[1] == y && line.get(size - 2)[1] == y;
        if (isLevel) {
            line.removeLast();
        }
        line.add(new long[] {column, y});
    }

    private void endLine() {
        endColumn();
        if (line.isEmpty()) {
            return;
        }
        long x = line.getFirst()[0];
        long y = line.getFirst()[1];
        path.append('M').append(tenths(x)).append(' ').append(tenths(y));
        if (line.size() == 1) {
            path.append("h0"); // with round ends, a dot
        }
        for (long[] point : line.subList(1, line.size())) {
            if (point[1] == y) {
                path.append('h').append(tenths(point[0] - x));
            } else if (point[0] == x) {
                path.append('v').append(tenths(point[1] - y));
            } else {
                path.append('l').append(tenths(point[0] - x)).append(' ').append(tenths(point[1] - y));
            }
            x = point[0];
            y = point[1];
        }
        line.clear();
    }

    private static String tenths(long tenths) {
        String digits = Math.abs(tenths) / 10 + (tenths % 10 == 0 ? "" : "." + Math.abs(tenths % 10));
        return tenths < 0 ? "-" + digits : digits;
    }
}
