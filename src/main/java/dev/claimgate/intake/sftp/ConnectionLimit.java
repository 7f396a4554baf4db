package dev.claimgate.intake.sftp;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections beyond the limit: first who has been there longest without logging in, so that strangers who open
 * connections and say nothing keep no partner out. Safe for all threads.
 */
final class ConnectionLimit implements SessionListener {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionLimit.class);

    private final int max;
    private final SftpMeters meters;
    private final Set<Session> strangers = new LinkedHashSet<>();

    ConnectionLimit(int max, SftpMeters meters) {
        this.max = max;
        this.meters = meters;
    }

    @Override
    public void sessionCreated(Session session) {
        if (meters.connected() > max) {
            meters.refused("connections");
            Session closed = oldestStranger().orElse(session);
            LOG.debug("SFTP: more than intake.sftp.connectionsMax, {}, connections; one is closed", max);
            closed.close(true);
            if (closed == session) {
                return;
            }
        }
        synchronized (strangers) {
            strangers.add(session);
        }
    }

    private Optional<Session> oldestStranger() {
        synchronized (strangers) {
            Iterator<Session> all = strangers.iterator();
            if (!all.hasNext()) {
                return Optional.empty();
            }
            Session oldest = all.next();
            all.remove();
            return Optional.of(oldest);
        }
    }

    @Override
    public void sessionEvent(Session session, Event event) {
        if (event == Event.Authenticated) {
            forget(session);
        }
    }

    @Override
    public void sessionClosed(Session session) {
        forget(session);
        meters.disconnected();
    }

    private void forget(Session session) {
        synchronized (strangers) {
            strangers.remove(session);
        }
    }
}
