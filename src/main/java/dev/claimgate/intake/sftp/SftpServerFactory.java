package dev.claimgate.intake.sftp;

import dev.claimgate.config.ConfigException;
import io.vertx.core.Context;
import java.io.IOException;
import java.util.List;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.global.KeepAliveHandler;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.global.NoMoreSessionsHandler;
import org.apache.sshd.server.subsystem.SubsystemFactory;

/** Makes the SSH server: public keys only, the subsystem sftp only; no shell, no commands, no forwarding of any kind. */
final class SftpServerFactory {
    private static final long WINDOW_BYTES = 1 << 20;
    private static final int CHANNELS_MAX = 4;
    private static final int AUTH_REQUESTS_MAX = 20;

    private final SftpSettings settings;
    private final SftpServices services;
    private final Context context;

    SftpServerFactory(SftpSettings settings, SftpServices services, Context context) {
        this.settings = settings;
        this.services = services;
        this.context = context;
    }

    /** A server that listens. Blocks. */
    SshServer listening() {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setKeyPairProvider(KeyPairProvider.wrap(HostKey.in(settings.hostKeyFile())));
        allowOnlySftp(server);
        limit(server);
        try {
            server.start();
        } catch (IOException e) {
            server.close(true);
            throw new ConfigException(List.of("intake.sftp.port: cannot listen at " + settings.host() + ":" + settings.port()
                    + " (" + e.getMessage() + "), must be a free port of this machine"));
        }
        return server;
    }

    private void allowOnlySftp(SshServer server) {
        PartnerKeys keys = new PartnerKeys(services.partners(), services.meters());
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setPublickeyAuthenticator(keys);
        server.setSubsystemFactories(List.of(subsystem(keys)));
        server.setChannelFactories(List.of(ChannelSessionFactory.INSTANCE));
        server.setGlobalRequestHandlers(List.of(KeepAliveHandler.INSTANCE, NoMoreSessionsHandler.INSTANCE));
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setShellFactory(null);
        server.setCommandFactory(null);
        // SHA-1 is broken: RSA keys sign with SHA-2.
        List<NamedFactory<Signature>> signatures = server.getSignatureFactories().stream()
                .filter(factory -> !factory.getName().startsWith("ssh-rsa") && !factory.getName().startsWith("ssh-dss"))
                .toList();
        server.setSignatureFactories(signatures);
    }

    private void limit(SshServer server) {
        SftpSettings.Connections limits = settings.connections();
        CoreModuleProperties.AUTH_TIMEOUT.set(server, limits.authMax());
        CoreModuleProperties.IDLE_TIMEOUT.set(server, limits.idleMax());
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, limits.perPartnerMax());
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, CHANNELS_MAX);
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, AUTH_REQUESTS_MAX);
        CoreModuleProperties.WINDOW_SIZE.set(server, WINDOW_BYTES);
        CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "claimgate");
        server.addSessionListener(new ConnectionLimit(limits.max(), services.meters()));
    }

    private SubsystemFactory subsystem(PartnerKeys keys) {
        return new SubsystemFactory() {
            @Override
            public String getName() {
                return "sftp";
            }

            @Override
            public Command createSubsystem(ChannelSession channel) {
                String partnerId = channel.getServerSession().getUsername();
                SftpChannel command = new SftpChannel(channel, context,
                        new SftpSession(partnerId, new Home(services, partnerId)), services.meters(),
                        () -> keys.stillValid(channel.getServerSession()));
                channel.setDataReceiver(command);
                return command;
            }
        };
    }
}
