package dev.claimgate.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.TestVertx;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContractTest {
    @RegisterExtension
    static final TestVertx vertx = new TestVertx();

    @Test
    void shouldLoadWithAllOperations() {
        OpenAPIContract contract = TestVertx.await(Contract.load(vertx.get()));

        assertThat(contract.operations()).extracting(Operation::getOperationId).containsExactlyInAnyOrder(
                "postInterchanges", "getInterchange", "getAcknowledgements", "findClaims", "getClaim", "listPayers",
                "checkCoding", "checkClaims", "holdPayer", "releasePayer", "listAlerts", "postReplies");
    }

    @Test
    void shouldPublishTheMediaTypesOfX12() {
        assertThat(Contract.text()).contains("application/EDI-X12", "application/problem+json");
    }
}
