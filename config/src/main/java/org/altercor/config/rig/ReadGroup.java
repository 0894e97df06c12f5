package org.altercor.config.rig;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.altercor.config.rig.RegisterField.Table;

/// Neighbouring registers that one request reads together.
///
/// @param table register table
/// @param first address of the first register
/// @param count number of registers
public record ReadGroup(Table table, int first, int count) {
    /// Everything a drive reports, in as few requests as its addresses allow. Registers that only touch are joined;
    /// a gap is never read across, since some drives refuse a request that touches a register they do not have.
    public static List<ReadGroup> of(ModbusDriveMap map) {
        List<RegisterField> fields = Stream.of(
                        Stream.of(map.actualSpeed()),
                        map.actualDirection().stream(),
                        map.current().stream(),
                        map.fault().stream())
                .flatMap(found -> found)
                .sorted(Comparator.comparing(RegisterField::table).thenComparingInt(RegisterField::address))
                .toList();
        List<ReadGroup> groups = new ArrayList<>();
        for (RegisterField field : fields) {
            if (!groups.isEmpty() && groups.getLast().reaches(field)) {
                ReadGroup last = groups.removeLast();
                groups.add(new ReadGroup(last.table, last.first, field.address() - last.first + 1));
            } else {
                groups.add(new ReadGroup(field.table(), field.address(), 1));
            }
        }
        return List.copyOf(groups);
    }

    private boolean reaches(RegisterField field) {
        return field.table() == table && field.address() <= first + count;
    }
}
