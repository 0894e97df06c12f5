package org.altercor.config.schema;

import org.altercor.config.schema.TextKey.Shape;

/// Keys at the top of every file.
public final class CommonKeys {
    public static final TextKey KIND = new TextKey(
            "kind",
            Presence.REQUIRED,
            Shape.NAME,
            "what the file is: machine, rig, profile, calibration, circuit or scenario");
    public static final TextKey NAME =
            new TextKey("name", Presence.REQUIRED, Shape.NAME, "short name, as it appears in journals and reports");
    public static final TextKey TITLE = new TextKey("title", Presence.REQUIRED, Shape.LINE, "what it is, for people");

    private CommonKeys() {}
}
