package dev.claimgate.superbill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.config.ConfigException;
import dev.claimgate.config.Faults;
import dev.claimgate.config.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillMappingTest {
    @TempDir
    Path home;

    @Test
    void shouldNameEveryFaultOfAMapping() throws IOException {
        Files.writeString(home.resolve("claims.yaml"), """
                records:
                  - {element: visit, line: "V|.."}
                  - {element: charge}
                dates: yesterday
                fields:
                  batchNumber: charge.number
                  billingNpi: npi
                  payerId: {from: [visit.plan], always: EVG01}
                  payerNam: visit.plan
                """);
        Faults faults = new Faults();

        BillMapping.read(new YamlFile(home, Map.of(), faults).read(home.resolve("claims.yaml")));

        assertThatThrownBy(faults::throwIfAny).isInstanceOfSatisfying(ConfigException.class, thrown ->
                assertThat(thrown.faults()).contains(
                        "claims.yaml: records[1].line is missing, must be 1 to 200 characters that show such a line",
                        "claims.yaml: records has 2, must name those of batch, claim and service at least, in this order",
                        "claims.yaml: dates is no pattern of a date, must be one such as MM/dd/uuuu",
                        "claims.yaml: fields.batchNumber comes from charge, must come from one of [visit]",
                        "claims.yaml: fields.billingNpi is \"npi\", must be RECORD.FIELD of the DFDL file",
                        "claims.yaml: fields.payerId.from stands beside always, one of them must go",
                        "claims.yaml: fields.charge is missing, must be RECORD.FIELD of the DFDL file, or {always: VALUE}",
                        "claims.yaml: fields.payerNam is an unknown key, did you mean fields.payerName?"));
    }
}
