package dev.claimgate.intake.sftp;

import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes connections beyond the limit before anything is said. Safe for all threads. */
final class ConnectionLimit implements SessionListener {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionLimit.class);

    private final int max;
    private final SftpMeters meters;

    ConnectionLimit(int max, SftpMeters meters) {
        this.max = max;
        this.meters = meters;
    }

    @Override
    public void sessionCreated(Session session) {
        if (meters.connected() > max) {
            LOG.warn("SFTP: more than intake.sftp.connectionsMax, {}, connections; one is closed", max);
            meters.refused("connections");
            session.close(true);
        }
    }

    @Override
    public void sessionClosed(Session session) {
        meters.disconnected();
    }
}
