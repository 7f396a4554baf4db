package dev.claimgate.validation;

import dev.claimgate.x12.PackedText;

/** Codes that situational rules look for, packed. */
final class Codes {
    static final long PERSON = PackedText.pack("1");
    static final long ORGANIZATION = PackedText.pack("2");
    static final long SELF = PackedText.pack("18");
    static final long NO_CHILD = PackedText.pack("0");
    static final long AUTO_ACCIDENT = PackedText.pack("AA");
    static final long OTHER_ACCIDENT = PackedText.pack("OA");
    static final long INPATIENT_HOSPITAL = PackedText.pack("21");
    static final long AMBULANCE_LAND = PackedText.pack("41");
    static final long AMBULANCE_AIR_OR_WATER = PackedText.pack("42");
    static final long INPATIENT_PSYCHIATRIC = PackedText.pack("51");
    static final long INPATIENT_REHABILITATION = PackedText.pack("61");

    private Codes() {
    }
}
