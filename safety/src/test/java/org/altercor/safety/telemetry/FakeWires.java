package org.altercor.safety.telemetry;

import java.util.ArrayList;
import java.util.List;

/// Wires that do nothing but what a test says.
final class FakeWires implements Wire.Maker {
    final List<Fake> made = new ArrayList<>();

    /// Whether the next wire comes up as soon as it is opened, and acknowledges everything.
    boolean areGood = true;

    /// Messages that a wire takes until it acknowledged some.
    int capacity = Integer.MAX_VALUE;

    @Override
    public Wire make(Message will, Wire.Listener listener) {
        var fake = new Fake(will, listener);
        made.add(fake);
        return fake;
    }

    Fake newest() {
        return made.getLast();
    }

    record Handed(Message message, long ticket) {
        String text() {
            return message.json();
        }
    }

    final class Fake implements Wire {
        final Message will;
        final Listener listener;
        final List<Handed> handed = new ArrayList<>();
        boolean acknowledges = areGood;
        boolean isClosed;
        boolean hasLeft;
        int pending;

        private Fake(Message will, Listener listener) {
            this.will = will;
            this.listener = listener;
        }

        @Override
        public void open() {
            if (areGood) {
                listener.heard(new Heard.Opened());
            }
        }

        @Override
        public boolean publish(Message message, long ticket) {
            if (pending >= capacity) {
                return false;
            }
            handed.add(new Handed(message, ticket));
            if (acknowledges) {
                listener.heard(new Heard.Delivered(ticket));
            } else {
                pending++;
            }
            return true;
        }

        @Override
        public void leave() {
            hasLeft = true;
        }

        @Override
        public void close() {
            isClosed = true;
        }

        List<Handed> on(String topicEnd) {
            return handed.stream()
                    .filter(each -> each.message().topic().endsWith(topicEnd))
                    .toList();
        }

        List<Handed> alarms() {
            return handed.stream()
                    .filter(each -> each.message().topic().contains("/alarm/"))
                    .toList();
        }
    }
}
