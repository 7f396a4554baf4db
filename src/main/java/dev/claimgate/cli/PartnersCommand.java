package dev.claimgate.cli;

import dev.claimgate.GatewayConfig;
import dev.claimgate.partner.ApiKeys;
import dev.claimgate.partner.Partner;
import dev.claimgate.partner.PartnerBook;
import dev.claimgate.partner.PartnerFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Trading partners and their API keys. A running gateway takes changes up by itself. */
@Command(name = "partners", mixinStandardHelpOptions = true, subcommands = PartnersCommand.KeyCommand.class,
        description = "Shows and adds trading partners, makes and revokes their API keys. A running gateway takes changes up "
                + "by itself.")
public final class PartnersCommand implements Runnable {
    @Option(names = "--config", paramLabel = "FILE", scope = ScopeType.INHERIT,
            description = "configuration (default: conf/gateway.yaml beside the claimgate script)")
    private Path file;
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing, must be one of "
                + String.join(", ", spec.subcommands().keySet()));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all partners with the ids of their keys.")
    void list() {
        for (Partner partner : files().read().all()) {
            String keys = partner.apiKeySha256().stream().map(ApiKeys::id).collect(Collectors.joining(" "));
            out().printf("%-24s %-32s %s%n", partner.id(), partner.name(), keys.isEmpty() ? "no key" : keys);
        }
    }

    @Command(name = "add", mixinStandardHelpOptions = true,
            description = "Adds a partner at the end of conf/partners.yaml; all else there stays as it is.")
    void add(@Parameters(paramLabel = "ID", description = "2 to 40 of a-z, 0-9 and -") String id,
             @Parameters(paramLabel = "NAME", description = "name for people, 1 to 60 characters") String name)
            throws IOException {
        new PartnerBook(files()).addPartner(id, name);
        out().println(id + " is a partner; make him a key: ./claimgate partners key add " + id);
    }

    private PartnerFiles files() {
        Path config = file == null ? ProjectHome.path().resolve("conf").resolve("gateway.yaml") : file.toAbsolutePath();
        return GatewayConfig.load(config, ProjectHome.path(), System.getenv()).partnerFiles();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Keys of partners. */
    @Command(name = "key", mixinStandardHelpOptions = true, description = "Makes and revokes API keys.")
    static final class KeyCommand implements Runnable {
        @ParentCommand
        private PartnersCommand parent;
        @Spec
        private CommandSpec spec;

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "a command is missing, must be one of "
                    + String.join(", ", spec.subcommands().keySet()));
        }

        @Command(name = "add", mixinStandardHelpOptions = true,
                description = "Makes a key and shows it, this once; only its hash is kept.")
        void add(@Parameters(paramLabel = "PARTNER", description = "id of the partner") String partner) throws IOException {
            String key = new PartnerBook(parent.files()).addKey(partner, LocalDate.now(), new SecureRandom());
            parent.out().println(key);
            spec.commandLine().getErr().println("Key " + ApiKeys.id(ApiKeys.hash(key)) + " of " + partner
                    + ". It is shown this once.");
        }

        @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Revokes a key.")
        void revoke(@Parameters(paramLabel = "PARTNER", description = "id of the partner") String partner,
                    @Parameters(paramLabel = "KEY-ID", description = "as partners list shows it") String keyId)
                throws IOException {
            new PartnerBook(parent.files()).revokeKey(partner, keyId);
            parent.out().println("key " + keyId + " of " + partner + " is revoked");
        }
    }
}
