package dev.claimgate.dialect;

import java.util.List;
import org.smooks.api.resource.config.ResourceConfig;
import org.smooks.cartridges.edi.EdiReaderConfigurator;

/** The cartridge's configuration with {@link WatchedParser} as the parser. */
final class WatchedReaderConfigurator extends EdiReaderConfigurator {
    WatchedReaderConfigurator(String schema) {
        super(schema);
    }

    @Override
    public List<ResourceConfig> toConfig() {
        List<ResourceConfig> configs = super.toConfig();
        configs.get(0).setResource(WatchedParser.class.getName());
        return configs;
    }
}
