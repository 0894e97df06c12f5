package org.altercor.bench.load;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.altercor.bench.screen.ScreenOperator;
import org.altercor.bench.screen.ScreenReader;
import tools.jackson.databind.JsonNode;

/// Somebody who plays a [LoadStory] at a screen, five touches a second, on a thread of ordinary priority.
///
/// Counts are for any thread.
final class ActingOperator implements AutoCloseable {
    private static final long TOUCH_NANOS = 200_000_000;

    private final ScreenReader screen;
    private final ScreenOperator hand;
    private final LoadStory story;
    private final Thread thread;
    private final AtomicInteger mostTurning = new AtomicInteger();
    private volatile Count count = new Count(0, 0, 0);
    private volatile String trouble = "";
    private Set<String> activeBefore = Set.of();

    /// What was done, and what was seen.
    ///
    /// @param accepted acts
    /// @param refused  acts
    /// @param alarms   how often one that was not active was seen to be
    record Count(long accepted, long refused, long alarms) {
        Count and(boolean isAccepted, long newAlarms) {
            return new Count(accepted + (isAccepted ? 1 : 0), refused + (isAccepted ? 0 : 1), alarms + newAlarms);
        }
    }

    ActingOperator(ScreenReader screen, LoadStory story) {
        this.screen = screen;
        this.story = story;
        hand = new ScreenOperator(screen);
        thread = Thread.ofPlatform().daemon().name("operator").unstarted(this::play);
    }

    void start() {
        thread.start();
    }

    private void play() {
        try {
            long dueNanos = System.nanoTime();
            while (true) {
                touch();
                dueNanos = Math.max(dueNanos + TOUCH_NANOS, System.nanoTime());
                TimeUnit.NANOSECONDS.sleep(dueNanos - System.nanoTime());
            }
        } catch (IOException gone) {
            trouble = gone.toString();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread writes
    private void touch() throws IOException, InterruptedException {
        Optional<JsonNode> picture = screen.picture();
        if (picture.isPresent()) {
            mostTurning.accumulateAndGet(LoadStory.turning(picture.get()), Math::max);
            Set<String> active = LoadStory.active(picture.get());
            long newAlarms =
                    active.stream().filter(code -> !activeBefore.contains(code)).count();
            activeBefore = active;
            count = count.and(hand.act(story.next(picture.get())).accepted(), newAlarms);
        }
    }

    Count count() {
        return count;
    }

    /// Most pumps that a picture showed turning at a time.
    int mostTurning() {
        return mostTurning.get();
    }

    /// Why nobody acts any more; empty while somebody does.
    String trouble() {
        return trouble;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
