package org.altercor.bench.figures;

import java.util.function.DoubleSupplier;

/// One figure: what a source says, and how to ask the twin for the same.
///
/// @param id          names it for ever (`TF-101`)
/// @param what        what is compared, in a few words
/// @param unit        unit of both values
/// @param source      mark of the source
/// @param independent whether no number that the twin was given comes from this source
/// @param published   what the source says
/// @param because     why the tolerance or the range is what it is
/// @param standing    whether the twin is known to agree
/// @param twin        makes a circuit, settles or runs it, and reads the value; NaN when there is none
public record Figure(
        String id,
        String what,
        String unit,
        String source,
        boolean independent,
        Published published,
        String because,
        Standing standing,
        DoubleSupplier twin) {

    /// Begins a figure.
    static Draft figure(String id, String what, String unit, String source) {
        return new Draft(id, what, unit, source);
    }

    /// Asks the twin. Runs a circuit, which may take some seconds.
    Finding find() {
        return new Finding(this, twin.getAsDouble());
    }

    /// A figure of which not everything is said yet.
    static final class Draft {
        private final String id;
        private final String what;
        private final String unit;
        private final String source;
        private boolean independent;

        private Draft(String id, String what, String unit, String source) {
            this.id = id;
            this.what = what;
            this.unit = unit;
            this.source = source;
        }

        /// No number that the twin was given comes from its source.
        Draft independent() {
            independent = true;
            return this;
        }

        Expectation about(double value, double tolerance, String because) {
            return new Expectation(this, new Published.About(value, tolerance), because);
        }

        Expectation between(double low, double high, String because) {
            return new Expectation(this, new Published.Between(low, high), because);
        }
    }

    /// What is expected, and still to be asked of the twin.
    record Expectation(Draft draft, Published published, String because) {
        /// The twin agrees.
        Figure within(DoubleSupplier twin) {
            return figure(new Standing.Within(), twin);
        }

        /// The twin is known to differ.
        Figure outside(String why, DoubleSupplier twin) {
            return figure(new Standing.KnownOutside(why), twin);
        }

        private Figure figure(Standing standing, DoubleSupplier twin) {
            return new Figure(
                    draft.id,
                    draft.what,
                    draft.unit,
                    draft.source,
                    draft.independent,
                    published,
                    because,
                    standing,
                    twin);
        }
    }
}
