package dev.claimgate.sample;

import java.util.List;

/** Invented people, streets and towns. Any likeness is chance. */
final class SampleNames {
    static final List<String> LAST = List.of("ABERNATHY", "ALDERWOOD", "BIRCHFIELD", "BRAMBLE", "CALLOWAY", "CARDINAL",
            "DOVETAIL", "DRISCOLL", "EASTMAN", "ELLSWORTH", "FAIRBANK", "FENWICK", "GARRISON", "GREENLEAF", "HALVORSEN",
            "HAWTHORNE", "IRONWOOD", "JESSUP", "KESTREL", "KINGSLEY", "LARKSPUR", "LOCKHART", "MARLOWE", "MERRIWEATHER",
            "NIGHTINGALE", "NORWOOD", "OAKLEY", "ORMSBY", "PEMBROKE", "PRESCOTT", "QUILL", "RADCLIFFE", "ROSEWATER",
            "SANDOVAL", "SILVERTON", "THISTLEWOOD", "TRUEBLOOD", "UNDERHILL", "VANTERPOOL", "VILLANUEVA", "WHITLOCK",
            "WINTERBOURNE", "YARROW", "ZELLER");
    static final List<String> FIRST = List.of("ADA", "ALMA", "AMOS", "ANSEL", "BEATRIX", "BRAM", "CELIA", "CLEM", "CORA",
            "DEXTER", "DINAH", "EDGAR", "ELOISE", "EMMETT", "FAYE", "FELIX", "GRETA", "GUS", "HAZEL", "HIRAM", "IDA",
            "IVOR", "JUNE", "JASPER", "KIT", "LENA", "LINUS", "MABEL", "MILO", "NELL", "NOAH", "OLIVE", "OTIS", "PEARL",
            "PERCY", "QUINN", "RUTH", "RUFUS", "SYLVIA", "SILAS", "TESSA", "THEO", "URSULA", "VERA", "WALT", "WREN");
    static final List<String> STREETS = List.of("ALDER ST", "BEACON HILL RD", "CEDAR LN", "DOGWOOD DR", "ELM ST",
            "FERRY RD", "GRANITE AVE", "HICKORY CT", "IVY LN", "JUNIPER WAY", "KINGFISHER DR", "LINDEN AVE", "MAPLE ST",
            "NUTMEG LN", "ORCHARD RD", "PARK AVE", "QUARRY RD", "RIVER ST", "SYCAMORE AVE", "TANNERY LN", "WALNUT ST");
    static final List<Town> TOWNS = List.of(new Town("MILLBROOK", "NY", "12545"), new Town("FAIRHAVEN", "MA", "02719"),
            new Town("CEDAR FALLS", "IA", "50613"), new Town("ASHLAND", "OR", "97520"), new Town("BRISTOL", "TN", "37620"),
            new Town("LAKEWOOD", "CO", "80226"), new Town("NORTHFIELD", "MN", "55057"), new Town("SALEM", "VA", "24153"),
            new Town("OXFORD", "OH", "45056"), new Town("CLINTON", "MS", "39056"), new Town("AUBURN", "AL", "36830"),
            new Town("HELENA", "MT", "59601"), new Town("DOVER", "NH", "03820"), new Town("TEMPE", "AZ", "85281"));
    static final List<String> PRACTICES = List.of("NORTHSIDE", "LAKEVIEW", "STONEBRIDGE", "OLD TOWN", "HIGH DESERT",
            "RIVERBEND", "SUMMIT", "COASTAL", "PINE GROVE", "FOUNDERS SQUARE", "WESTGATE", "HERITAGE", "CLEARWATER",
            "TWO RIVERS", "CRESTWOOD", "HARVEST");

    /** A town with its five-digit ZIP. */
    record Town(String city, String state, String zip) {
    }

    private SampleNames() {
    }

    static String street(SampleRandom random) {
        return random.between(1, 9999) + " " + random.pick(STREETS);
    }
}
