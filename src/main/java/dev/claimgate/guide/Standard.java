package dev.claimgate.guide;

import java.util.Map;
import java.util.Set;

/** The base standard of one release, as far as the guides need it. */
record Standard(Map<String, DataElement> elements, Map<String, BaseComposite> composites, Map<String, BaseSegment> segments,
                Set<String> segmentIds) {
}
