package dev.claimgate.guide;

/** The head of a loop or segment line: {@code loop 2010AA R 1 @0150 Billing Provider Name}. */
record PlaceLine(String id, Usage usage, int max, int position, String name) {

    static PlaceLine of(SpecLine line) {
        String max = line.word(3);
        String at = line.word(4);
        if (!at.startsWith("@")) {
            throw new IllegalArgumentException("'" + at + "', must be the position, such as @0150");
        }
        int most = max.equals(">1") ? Integer.MAX_VALUE : Integer.parseInt(max);
        if (most < 1) {
            throw new IllegalArgumentException("greatest number " + max + ", must be at least 1");
        }
        return new PlaceLine(line.word(1), Usage.of(line.word(2)), most, Integer.parseInt(at.substring(1)), line.nameFrom(5));
    }

    PlaceLine with(Usage other) {
        return new PlaceLine(id, other, max, position, name);
    }
}
