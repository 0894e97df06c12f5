package org.altercor.hal.twin.sensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.altercor.hal.port.Quality;
import org.altercor.hal.twin.Happening;
import org.altercor.hal.twin.Happening.Words;

/// A sensor made of measuring chains and contacts, which all hang on one cable: what breaks there breaks them all,
/// and what is mended is mended in all.
///
/// Owner: the twin's thread, but for its ports. A step allocates nothing.
///
/// @param <H> what can happen to it
abstract class Instrument<H extends Happening> implements TwinSensor<H> {
    /// Of every sensor that can hang.
    static final Words STUCK = Words.of("stuck", "repeats what it has, with new times");

    /// Of every sensor whose driver notices that it is gone.
    static final Words UNPLUGGED = Words.of("unplugged", "its cable is out, and it says so");

    /// Of every sensor that can be lost without a word.
    static final Words SILENT = Words.of("silent", "says nothing any more: what it said last grows old");

    private final List<H> happenings;
    private final List<MeasuringChain> chains = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();

    Instrument(List<H> happenings) {
        this.happenings = happenings;
    }

    /// A chain of its own. While it is made only.
    final MeasuringChain chain(DoubleSupplier source, Timing timing, ChainFigures figures) {
        var chain = new MeasuringChain(source, timing, figures);
        chains.add(chain);
        return chain;
    }

    /// A contact of its own. While it is made only.
    ///
    /// @param debounceNanos how long a level must last before it is believed
    final Contact contact(Timing timing, long debounceNanos) {
        var contact = new Contact(timing, debounceNanos);
        contacts.add(contact);
        return contact;
    }

    /// Moves its chains on. Who has contacts, or can be blinded, moves on everything itself.
    @Override
    public void step(long nowNanos) {
        for (int i = 0; i < chains.size(); i++) {
            chains.get(i).step(nowNanos, Quality.GOOD);
        }
    }

    @Override
    public final List<H> happenings() {
        return happenings;
    }

    /// Repeats the values it has, with new times.
    final void hold() {
        chains.forEach(MeasuringChain::hold);
    }

    /// Measures nothing, and says so.
    final void lose(Quality why) {
        chains.forEach(chain -> chain.lose(why));
        contacts.forEach(contact -> contact.lose(why));
    }

    /// Says nothing any more.
    final void fallSilent() {
        chains.forEach(MeasuringChain::fallSilent);
        contacts.forEach(Contact::fallSilent);
    }

    @Override
    public void mend() {
        chains.forEach(MeasuringChain::mend);
        contacts.forEach(Contact::mend);
    }
}
