package dev.claimgate.guide;

import dev.claimgate.x12.Segment;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a segment is to the guide: its id and, where the guide tells places apart by a key element, the class of codes that
 * go to the same places. {@code REF*0B} and {@code REF*1G} are one symbol, {@code REF*EI} another.
 */
final class Symbols {
    private static final int TABLE = 512;

    private final int[] ids = new int[TABLE];
    private final Group[] groups = new Group[TABLE];
    private int count;

    Symbols(List<Slot> slots) {
        Map<Integer, List<Slot>> byId = new LinkedHashMap<>();
        slots.forEach(slot -> byId.computeIfAbsent(slot.idKey(), k -> new java.util.ArrayList<>()).add(slot));
        byId.forEach((id, places) -> {
            int i = slot(id);
            while (groups[i] != null) {
                i = i + 1 & TABLE - 1;
            }
            ids[i] = id;
            groups[i] = new Group(places);
        });
    }

    int count() {
        return count;
    }

    /** The symbol of a segment, -1 when the guide has no such segment anywhere. */
    int of(Segment segment) {
        Group group = group(segment.idKey());
        return group == null ? -1 : group.symbol(segment);
    }

    /** All places of the segment id, in order; empty when the guide has none. */
    List<Slot> places(int idKey) {
        Group group = group(idKey);
        return group == null ? List.of() : group.places;
    }

    /** Whether segments of this symbol have their place in the slot. */
    boolean accepted(Slot slot, int symbol) {
        Group group = group(slot.idKey());
        return group.accepts(slot, symbol);
    }

    private Group group(int idKey) {
        int i = slot(idKey);
        while (groups[i] != null) {
            if (ids[i] == idKey) {
                return groups[i];
            }
            i = i + 1 & TABLE - 1;
        }
        return null;
    }

    private static int slot(int id) {
        return id * 0x9E3779B1 >>> 23;
    }

    private final class Group {
        private final List<Slot> places;
        private final int keyElement;
        private final int keyComponent;
        private final int otherSymbol;
        private final Map<Integer, BitSet> slotsOfSymbol = new HashMap<>();
        private long[] keys = {};
        private int[] symbols = {};

        Group(List<Slot> places) {
            this.places = places;
            this.otherSymbol = count++;
            Slot any = places.get(0);
            Set<String> codes = new TreeSet<>();
            places.forEach(place -> codes.addAll(place.keyCodes().codes()));
            keyElement = codes.isEmpty() ? 0 : any.keyElement();
            keyComponent = any.keyComponent();
            slotsOfSymbol.put(otherSymbol, slotsTaking(null));
            index(codes);
        }

        private void index(Set<String> codes) {
            int size = Integer.highestOneBit(Math.max(codes.size(), 1)) * 4;
            keys = new long[size];
            symbols = new int[size];
            Map<BitSet, Integer> symbolOfSlots = new HashMap<>();
            for (String code : codes) {
                BitSet slots = slotsTaking(code);
                int symbol = symbolOfSlots.computeIfAbsent(slots, s -> count++);
                slotsOfSymbol.put(symbol, slots);
                put(CodeList.key(code), symbol);
            }
        }

        private BitSet slotsTaking(String code) {
            BitSet slots = new BitSet();
            for (Slot place : places) {
                if (code == null ? place.keyCodes().open() : place.takes(code)) {
                    slots.set(place.index());
                }
            }
            return slots;
        }

        boolean accepts(Slot slot, int symbol) {
            BitSet slots = slotsOfSymbol.get(symbol);
            return slots != null && slots.get(slot.index());
        }

        int symbol(Segment segment) {
            if (keyElement == 0) {
                return otherSymbol;
            }
            int from = segment.start(keyElement);
            int to = segment.end(keyElement);
            if (keyComponent != 0) {
                boolean sent = segment.splitComponents(keyElement) >= keyComponent;
                from = sent ? segment.componentStart(keyComponent) : 0;
                to = sent ? segment.componentEnd(keyComponent) : 0;
            }
            return find(CodeList.key(segment.bytes(), from, to));
        }

        private int find(long key) {
            int mask = keys.length - 1;
            int i = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
            while (keys[i] != 0) {
                if (keys[i] == key) {
                    return symbols[i];
                }
                i = i + 1 & mask;
            }
            return otherSymbol;
        }

        private void put(long key, int symbol) {
            int mask = keys.length - 1;
            int i = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
            while (keys[i] != 0) {
                i = i + 1 & mask;
            }
            keys[i] = key;
            symbols[i] = symbol;
        }
    }
}
