package dev.claimgate.partner;

import dev.claimgate.claim.Claim;
import dev.claimgate.edit.ClaimEdits;
import dev.claimgate.finding.Severity;
import dev.claimgate.validation.ClaimRules;
import dev.claimgate.validation.EditsByPayer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The edits for the files of one partner, by the payer to whom each claim goes. What a payer's edit profile says of an edit
 * goes before what the partner's profile says, because it tells what the payer will do with the claim; the partner's goes
 * before the gateway's. Immutable; severities are worked out once.
 */
public final class PayerEdits implements EditsByPayer {
    private final PayerDirectory payers;
    private final Map<String, ClaimRules> byPayer = new HashMap<>();
    private final ClaimRules others;

    /** @param severities the gateway's, with the partner's above them */
    public PayerEdits(PayerDirectory payers, Map<String, Severity> severities) {
        this.payers = payers;
        Map<Map<String, Severity>, ClaimEdits> built = new HashMap<>();
        others = new ClaimRules("", built.computeIfAbsent(Map.of(), none -> new ClaimEdits(severities)));
        for (Payer payer : payers.all()) {
            byPayer.put(payer.id(), new ClaimRules(payer.id(),
                    built.computeIfAbsent(payer.edits(), own -> new ClaimEdits(above(severities, own)))));
        }
    }

    private static Map<String, Severity> above(Map<String, Severity> severities, Map<String, Severity> own) {
        Map<String, Severity> all = new TreeMap<>(severities);
        all.putAll(own);
        return all;
    }

    @Override
    public ClaimRules of(Claim claim, String usage) {
        return payers.route(Destinations.of(claim, usage)).map(payer -> byPayer.get(payer.id())).orElse(others);
    }
}
