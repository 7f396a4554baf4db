package dev.claimgate.sample;

import java.util.List;

/**
 * An invented payer of sample claims.
 *
 * @param name            2010BB NM103
 * @param payerId         2010BB NM109, qualifier PI
 * @param filingIndicator SBR09
 * @param postBox         where its claims go on paper
 */
public record SamplePayer(String name, String payerId, String filingIndicator, int postBox) {
    /** The first two are those of {@code conf/payers.yaml}; the others have no route there. */
    public static final List<SamplePayer> ALL = List.of(
            new SamplePayer("EVERGREEN HEALTH PLAN", "EVG01", "CI", 111),
            new SamplePayer("LAKESHORE MUTUAL", "LKS01", "BL", 122),
            new SamplePayer("SUMMIT RIDGE INSURANCE", "SMR01", "12", 133),
            new SamplePayer("HARBOR POINT HMO", "HRB01", "HM", 144),
            new SamplePayer("PRAIRIE STATES CASUALTY", "PRS01", "CI", 155),
            new SamplePayer("COPPER VALLEY BENEFITS", "CPV01", "CI", 166),
            new SamplePayer("BLUE HERON ASSURANCE", "BLH01", "BL", 177),
            new SamplePayer("OLD MILL HEALTH TRUST", "OMH01", "14", 188));
}
