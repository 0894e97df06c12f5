package org.altercor.hal.twin.network;

import org.altercor.hal.twin.blood.Oxygen;

/// A part that holds blood at one pressure, well mixed.
///
/// Its state is volume and what the volume carries; pressure follows from volume. Owner: the twin's thread.
abstract class Node {
    /// Row of a node whose pressure is given and not sought.
    static final int NO_ROW = -1;

    /// Below this volume in mL the mixture of an almost empty part is kept as it was.
    private static final double LEAST_ML = 0.5;

    final String name;
    final Numbers numbers;

    /// Row of the matrix, or [#NO_ROW].
    int row = NO_ROW;

    /// Number among all nodes.
    int index;

    double heightCm;
    double volumeMl;

    /// Pressure that what flows in and out of it feels: that of its volume, and what its wall resists by while it
    /// moves.
    double pressureMmHg;

    /// Pressure of its volume alone.
    double stretchMmHg;

    /// How late its wall gives, in s: a wall that is being stretched at a rate resists as if it were so much further.
    double wallLagSeconds;

    /// Air that is still to be injected, in mL.
    double injectedMl;

    /// Carried by the volume: cells in mL, warmth in mL·°C, oxygen in mL.
    double cellsMl;

    double warmthMlCelsius;
    double oxygenMl;

    /// What one mL of it is like, and its viscosity in mPa·s.
    double haematocrit;

    double temperatureCelsius;
    double oxygen;
    double viscosityMpaS;

    Node(String name, Numbers numbers) {
        this.name = name;
        this.numbers = numbers;
    }

    /// Takes its numbers over, at the start and after one was changed. Volume stays.
    abstract void refresh(Fluid fluid);

    /// Fills it for the start.
    abstract void fill();

    /// Pressure at the volume it has.
    abstract double pressureNow();

    /// How much the pressure rises for 1 mL more, in mmHg/mL.
    abstract double stiffness();

    /// Takes over the pressure of its volume as it is now. What its wall resists by stays.
    final void stretch() {
        double resists = pressureMmHg - stretchMmHg;
        stretchMmHg = pressureNow();
        pressureMmHg = stretchMmHg + resists;
    }

    /// Takes over the pressure of its volume at the end of a step.
    ///
    /// @param mmHg    pressure found for the end of the step
    /// @param seconds length of the step
    final void stretchBy(double mmHg, double seconds) {
        double resists = wallLagSeconds / (wallLagSeconds + seconds) * (mmHg - stretchMmHg);
        stretchMmHg = pressureNow();
        pressureMmHg = stretchMmHg + resists;
        strain();
    }

    /// What the pressure at the end of a step does to it.
    void strain() {}

    /// Takes over the pressure of its volume, at rest.
    final void rest() {
        stretchMmHg = pressureNow();
        pressureMmHg = stretchMmHg;
    }

    /// Takes in volume while settling.
    void settleBy(double ml) {
        volumeMl += ml;
    }

    /// Takes over the pressure found while settling, where that is more exact than the volume.
    void settleAt(double mmHg) {}

    /// Share of what leaves it now that is air instead of blood.
    double airShare() {
        return 0;
    }

    /// Flow out into the room for each mmHg, in mL/s: above zero when a line lies open.
    double openMlPerSMmHg() {
        return 0;
    }

    /// Whether nothing is left that could be taken out.
    boolean isSpent() {
        return volumeMl <= 0;
    }

    /// Whether air that arrives here leaves the blood.
    boolean isOpenToAir() {
        return false;
    }

    /// Gives all it holds one mixture.
    final void mixture(double newHaematocrit, double newTemperatureCelsius, double newOxygen) {
        haematocrit = newHaematocrit;
        temperatureCelsius = newTemperatureCelsius;
        oxygen = newOxygen;
        cellsMl = newHaematocrit * volumeMl;
        warmthMlCelsius = newTemperatureCelsius * volumeMl;
        oxygenMl = newOxygen * volumeMl;
    }

    /// Takes in, or gives away below zero, some volume of a mixture. The volume itself is moved elsewhere.
    final void carry(double ml, double itsHaematocrit, double itsTemperature, double itsOxygen) {
        cellsMl += ml * itsHaematocrit;
        warmthMlCelsius += ml * itsTemperature;
        oxygenMl += ml * itsOxygen;
    }

    /// Takes in air, or lets it out below zero. Air takes up room as blood does, and counts as the blood around it: it
    /// neither cools nor thins what it passes.
    final void air(double ml) {
        volumeMl += ml;
        carry(ml, haematocrit, temperatureCelsius, oxygen);
    }

    /// Volume in mL that it must hold for its mixture to mean something. What it carries is counted below that as well.
    double leastMixedMl() {
        return LEAST_ML;
    }

    /// Mixes what it carries.
    void mix() {
        if (volumeMl > leastMixedMl()) {
            haematocrit = cellsMl / volumeMl;
            temperatureCelsius = warmthMlCelsius / volumeMl;
            oxygen = oxygenMl / volumeMl;
        }
    }

    /// Venous or arterial saturation of what it holds, as a share.
    final double saturation() {
        return Oxygen.saturationOf(haematocrit, oxygen);
    }
}
