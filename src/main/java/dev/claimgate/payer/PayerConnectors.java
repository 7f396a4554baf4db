package dev.claimgate.payer;

import dev.claimgate.partner.Payer;
import dev.claimgate.partner.PayerAddress;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;

/** Opens the way to a payer that its address asks for. */
final class PayerConnectors {
    private PayerConnectors() {
    }

    static PayerConnector open(Vertx vertx, Payer payer, Clock clock) {
        Duration timeout = payer.limits().timeout();
        if (payer.address() instanceof PayerAddress.Core core) {
            PayerHttp http = new PayerHttp(vertx, timeout, core.login(), core.tls());
            CoreEnvelope envelope = core.soap() ? new CoreSoapEnvelope(core) : new CoreMimeEnvelope(core);
            return new CorePayerConnector(http, core, payer, envelope, clock);
        }
        if (payer.address() instanceof PayerAddress.Sftp sftp) {
            return new FilePayerConnector(vertx, payer, sftp.names(), new SftpFiles(sftp, timeout), clock);
        }
        if (payer.address() instanceof PayerAddress.Folder folder) {
            return new FilePayerConnector(vertx, payer, folder.names(), new FolderFiles(folder), clock);
        }
        return new HttpPayerConnector(vertx, (PayerAddress.Http) payer.address(), timeout);
    }
}
