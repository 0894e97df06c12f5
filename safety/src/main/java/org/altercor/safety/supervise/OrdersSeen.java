package org.altercor.safety.supervise;

import org.altercor.safety.frame.FieldExchange;
import org.altercor.safety.frame.Frame;

/// Which orders of the operator are new. What was ordered before this supervisor could hear was ordered of another
/// one, except a stop: that is obeyed however old it is.
///
/// Pure; the state is exchanged as a frame. Allocates nothing.
final class OrdersSeen implements Frame {
    private final OperatorOrders seen;
    private final boolean[] isStopNew;
    private boolean isListening;
    private boolean isResetNew;
    private boolean isPauseNew;
    private boolean isAcknowledgementNew;

    OrdersSeen(int pumps) {
        seen = new OperatorOrders(pumps, 0); // settings are seen by those who keep them
        isStopNew = new boolean[pumps];
    }

    /// Reads the orders of one frame.
    void read(SupervisorInputs inputs) {
        OperatorOrders orders = inputs.orders;
        for (int pump = 0; pump < isStopNew.length; pump++) {
            isStopNew[pump] = orders.stops[pump] != seen.stops[pump];
            seen.stops[pump] = orders.stops[pump];
        }
        isResetNew = isListening && orders.resets != seen.resets;
        isPauseNew = isListening && orders.pauses != seen.pauses;
        isAcknowledgementNew = isListening && orders.acknowledgements != seen.acknowledgements;
        seen.resets = orders.resets;
        seen.pauses = orders.pauses;
        seen.acknowledgements = orders.acknowledgements;
        isListening = inputs.ordersKnown;
    }

    boolean isStopNew(int pump) {
        return isStopNew[pump];
    }

    boolean isResetNew() {
        return isResetNew;
    }

    boolean isPauseNew() {
        return isPauseNew;
    }

    boolean isAcknowledgementNew() {
        return isAcknowledgementNew;
    }

    /// Number of the newest reset that was seen.
    long resets() {
        return seen.resets;
    }

    @Override
    public void exchange(FieldExchange fields) {
        fields.enter("ordersSeen", 0);
        seen.exchange(fields);
        isListening = fields.flag("isListening", isListening);
        fields.leave();
    }
}
