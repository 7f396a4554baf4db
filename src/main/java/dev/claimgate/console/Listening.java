package dev.claimgate.console;

import dev.claimgate.config.ConfigException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;

/** Opens a server's port; an address that cannot be had is a fault of the configuration. */
final class Listening {
    private Listening() {
    }

    /** @param section of {@code conf/gateway.yaml} that holds host and port */
    static Future<HttpServer> on(HttpServer server, String section, String host, int port) {
        return server.listen(port, host).recover(failure -> {
            boolean address = failure instanceof SocketException || failure instanceof UnknownHostException;
            return Future.failedFuture(!address ? failure : new ConfigException(List.of("conf/gateway.yaml: " + section
                    + ".host and port are " + host + ":" + port + ", must be a free address of this machine ("
                    + failure.getMessage() + ")")));
        });
    }
}
