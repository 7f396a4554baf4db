package dev.claimgate.partner;

import dev.claimgate.validation.EnginePolicy;
import dev.claimgate.validation.SendingRights;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A trading partner: who may send claim files, as which sender, with which key.
 *
 * @param id            short name of the contract, such as {@code northside-dermatology}
 * @param name          name for people
 * @param senders       the ISA05/ISA06 pairs he may send as; empty allows any
 * @param apiKeySha256  SHA-256 of each valid API key, 64 lower-case hex digits
 * @param profile       how his files are judged
 * @param acknowledgements which he wants, in which way
 * @param access        how he may come in over HTTP
 * @param webhook       where he is told what happened to his files
 * @param sshKeys       each public key that logs in by SFTP, his id being the user name
 */
public record Partner(String id, String name, List<InterchangeId> senders, List<String> apiKeySha256,
                      PartnerProfile profile, AcknowledgementWays acknowledgements, PartnerAccess access,
                      Optional<Webhook> webhook, List<SshKey> sshKeys) {

    public Partner {
        sshKeys = List.copyOf(sshKeys);
        senders = List.copyOf(senders);
        apiKeySha256 = List.copyOf(apiKeySha256);
    }

    /** A partner whose files are judged as everyone's. */
    public Partner(String id, String name, List<InterchangeId> senders, List<String> apiKeySha256) {
        this(id, name, senders, apiKeySha256, PartnerProfile.DEFAULT);
    }

    /** A partner who wants all acknowledgements. */
    public Partner(String id, String name, List<InterchangeId> senders, List<String> apiKeySha256, PartnerProfile profile) {
        this(id, name, senders, apiKeySha256, profile, AcknowledgementWays.ALL, PartnerAccess.USUAL,
                Optional.empty(), List.of());
    }

    /** A partner without SFTP. */
    public Partner(String id, String name, List<InterchangeId> senders, List<String> apiKeySha256, PartnerProfile profile,
                   AcknowledgementWays acknowledgements, PartnerAccess access, Optional<Webhook> webhook) {
        this(id, name, senders, apiKeySha256, profile, acknowledgements, access, webhook, List.of());
    }

    /** The gateway's policy as it holds for this partner: his profile, and what he may send. */
    public EnginePolicy policy(EnginePolicy gateway) {
        Set<String> own = senders.stream().map(sender -> sender.qualifier() + ":" + sender.id()).collect(Collectors.toSet());
        return gateway.with(profile.syntax(), profile.versions(),
                new SendingRights(own, profile.usages(), profile.billingNpis(), profile.repeatedBatches()));
    }
}
