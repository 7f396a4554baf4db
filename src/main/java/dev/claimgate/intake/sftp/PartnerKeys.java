package dev.claimgate.intake.sftp;

import dev.claimgate.partner.Partners;
import dev.claimgate.partner.SshKey;
import java.security.PublicKey;
import java.util.Optional;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;

/** Lets in who has the private half of one of a partner's keys; the user name is the partner's id. Safe for all threads. */
final class PartnerKeys implements PublickeyAuthenticator {
    private static final AttributeKey<SshKey> KEY = new AttributeKey<>();

    private final Partners partners;
    private final SftpMeters meters;

    PartnerKeys(Partners partners, SftpMeters meters) {
        this.partners = partners;
        this.meters = meters;
    }

    @Override
    public boolean authenticate(String partnerId, PublicKey presented, ServerSession session) {
        Optional<SshKey> key = Optional.ofNullable(KeyUtils.getKeyType(presented))
                .flatMap(type -> SshKey.parse(PublicKeyEntry.toString(presented)));
        if (key.isEmpty() || !has(partnerId, key.get())) {
            meters.refused("login");
            return false;
        }
        session.setAttribute(KEY, key.get());
        return true;
    }

    /** Whether the key that opened this session is still one of its partner's. */
    boolean stillValid(ServerSession session) {
        SshKey key = session.getAttribute(KEY);
        return key != null && has(session.getUsername(), key);
    }

    private boolean has(String partnerId, SshKey key) {
        return partners.byId(partnerId).map(partner -> partner.sshKeys().contains(key)).orElse(false);
    }
}
