package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.store.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A practice that knows no X12: its superbills, whichever way they come, are claims like any others. */
class SuperbillIT {
    private static final Path ROOM = Path.of("target", "superbill-it").toAbsolutePath();
    private static final Path KEY = ROOM.resolve("northside");
    private static final Path FOLDER = ROOM.resolve("folders").resolve("northside");
    private static final TestPayers PAYERS = new TestPayers(10);
    private static int batch = 1187;

    @Order(1)
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @Order(2)
    @RegisterExtension
    static final RunningGateway gateway = new RunningGateway(database, prepared());

    @TempDir
    Path folder;

    private static Map<String, String> prepared() {
        try {
            GatewayProcess.deleteTree(ROOM);
            Files.createDirectories(FOLDER.resolve("in"));
            Files.writeString(ROOM.resolve("payers.yaml"), PAYERS.yaml());
            Files.writeString(ROOM.resolve("partners.yaml"), """
                    partners:
                      - {id: northside, name: NORTHSIDE DERMATOLOGY, format: superbill, sshKeys: ["%s"],
                         apiKeySha256: ["%s"], acknowledgements: {outbox: all}}
                      - {id: lakeview, name: Lakeview, apiKeySha256: ["%s"]}
                    """.formatted(OpenSsh.makeKey(KEY, "ed25519"), Hashes.sha256(RunningGateway.KEY),
                    Hashes.sha256(RunningGateway.OTHER_KEY)));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("OpenSSH's programs are needed for this test (Debian: apt install openssh-client)", e);
        }
        return Map.of("CLAIMGATE_PATHS_PARTNERS", ROOM.resolve("partners.yaml").toString(),
                "CLAIMGATE_PATHS_PAYERS", ROOM.resolve("payers.yaml").toString(),
                "CLAIMGATE_INTAKE_SFTP_HOST_KEY_FILE", ROOM.resolve("host_key").toString(),
                "CLAIMGATE_INTAKE_HTTP_SYNC_WAIT_SECONDS", "120",
                "CLAIMGATE_INTAKE_FOLDER_DIRECTORY", ROOM.resolve("folders").toString(),
                "CLAIMGATE_INTAKE_FOLDER_STABLE_MILLIS", "200", "CLAIMGATE_INTAKE_FOLDER_POLL_MILLIS", "100");
    }

    @AfterAll
    static void close() {
        PAYERS.close();
    }

    /** The sample with a batch number and patients of its own, so that it repeats no other. */
    private static String superbill() throws IOException {
        return Files.readString(Path.of("conf", "demo", "08-superbill.txt")).replace("|1187|", "|" + ++batch + "|")
                .replace("B|1187", "B|" + batch).replace("THISTLEWOOD", RunningGateway.MARKS.get(0))
                .replace("NS-2001-A", RunningGateway.MARKS.get(1))
                .replace("EG4410027", "EG44" + batch).replace("LK7702311", "LK77" + batch);
    }

    private static JsonObject accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    @Test
    void shouldTakeASuperbillAsClaimsAndBringThemToTheirPayers() throws Exception {
        JsonObject file = accepted(gateway.post(superbill()));

        assertThat(file.getString("state")).isEqualTo("VALIDATED");
        assertThat(file.getString("format")).isEqualTo("superbill");
        assertThat(file.getJsonObject("summary").getJsonObject("claims").getInteger("accepted")).isEqualTo(2);
        assertThat(set(file).getInteger("findings")).isZero();
        assertThat(kinds(file)).contains("999", "277CA").doesNotContain("837P");
        await("claims at their payers", 60, () -> states(file.getString("id"))
                .equals(List.of("PAYER_ACCEPTED", "PAYER_ACCEPTED")));
    }

    private static void await(String what, int seconds, Callable<Boolean> condition) {
        GatewayProcess.await(what, seconds, () -> {
            try {
                return condition.call();
            } catch (Exception e) {
                throw new AssertionError(what, e);
            }
        });
    }

    private static JsonObject set(JsonObject file) {
        return file.getJsonObject("summary").getJsonArray("interchanges").getJsonObject(0).getJsonArray("groups")
                .getJsonObject(0).getJsonArray("sets").getJsonObject(0);
    }

    private static List<String> kinds(JsonObject file) {
        List<String> kinds = new ArrayList<>();
        file.getJsonArray("acknowledgements").forEach(each -> kinds.add(((JsonObject) each).getString("kind")));
        return kinds;
    }

    private static List<String> states(String id) throws SQLException {
        return rows("select state from claim where submission_id = '" + id + "' order by id");
    }

    private static List<String> rows(String sql) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = database.connect(); ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    @Test
    void shouldShowItsSenderTheX12ThatTheAcknowledgementsAnswer() throws Exception {
        String sent = superbill();
        JsonObject file = accepted(gateway.post(sent));
        String path = "/v1/interchanges/" + file.getString("id");

        HttpResponse<String> made = gateway.send(gateway.request(path + "?format=x12").GET());

        assertThat(made.headers().firstValue("Content-Type")).contains("application/EDI-X12");
        assertThat(made.body()).startsWith("ISA*").contains("BHT*0019*00*" + batch + "*").endsWith("~")
                .contains(file.getJsonObject("summary").getJsonArray("interchanges").getJsonObject(0).getString("controlNumber"));
        assertThat(gateway.send(gateway.request(path + "?format=x12").setHeader("X-API-Key", RunningGateway.OTHER_KEY).GET())
                .statusCode()).isEqualTo(404);
        assertThat(rows("select convert_from(bytes, 'LATIN1') from submission_original where submission_id = '"
                + file.getString("id") + "'")).containsExactly(sent);
    }

    @Test
    void shouldShowTheX12AsXmlWithTheNamesOfTheGuide() throws Exception {
        String path = "/v1/interchanges/" + accepted(gateway.post(superbill())).getString("id") + "?format=xml";

        HttpResponse<String> xml = gateway.send(gateway.request(path).GET());

        assertThat(xml.headers().firstValue("Content-Type")).contains("application/xml");
        NodeList segments = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.body().getBytes(StandardCharsets.UTF_8))).getElementsByTagName("segment");
        assertThat(segments.getLength()).isEqualTo(55);
        assertThat(((Element) segments.item(0)).getAttribute("id")).isEqualTo("ISA");
        assertThat(gateway.send(gateway.request(path).setHeader("X-API-Key", RunningGateway.OTHER_KEY).GET()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldTellTheSenderEveryFaultAndMakeNothingOfTheRest() throws Exception {
        String bad = superbill().replace("09/01/2015", "2015-09-01").replace("|LAKESHORE|", "|LAKE|");

        HttpResponse<String> answer = gateway.post(bad);

        assertThat(answer.statusCode()).isEqualTo(422);
        JsonObject problem = new JsonObject(answer.body());
        assertThat(problem.getString("detail")).startsWith("line 7, visit.born: is of the shape 9999-99-99; must be a day of the"
                + " calendar written MM/dd/uuuu (and 3 more faults). Nothing was made of it; it is kept under ");
        JsonArray faults = problem.getJsonArray("faults");
        assertThat(faults).hasSize(4);
        assertThat(faults.getJsonObject(1)).isEqualTo(new JsonObject().put("line", 7).put("field", "visit.plan")
                .put("found", "is a word that claims.yaml does not name").put("right", "one of [EVERGREEN, LAKESHORE]"));
        String id = answer.headers().firstValue("Location").orElseThrow();
        assertThat(gateway.get(id + "?format=x12").statusCode()).isEqualTo(409);
        assertThat(states(id.substring(id.lastIndexOf('/') + 1))).isEmpty();
    }

    @Test
    void shouldKnowASuperbillThatComesAgain() throws Exception {
        String sent = superbill();
        accepted(gateway.post(sent));

        JsonObject claims = accepted(gateway.post(sent)).getJsonObject("summary").getJsonObject("claims");

        assertThat(claims.getInteger("accepted")).isZero();
    }

    @Test
    void shouldTakeX12OfTheSamePartner() throws Exception {
        JsonObject file = accepted(gateway.post(RunningGateway.file()));

        assertThat(file.containsKey("format")).isFalse();
        assertThat(file.getJsonObject("summary").getJsonObject("claims").getInteger("accepted")).isEqualTo(2);
    }

    @Test
    void shouldTakeASuperbillBySftpAndLayBesideItsAcknowledgementsWhatWasMade() throws Exception {
        OpenSsh openSsh = new OpenSsh(folder, gateway.sftpPort());
        Files.writeString(folder.resolve("good.txt"), superbill());
        Files.writeString(folder.resolve("bad.txt"), superbill().replace("C|02/11/2025|", "C|"));

        openSsh.sftp("northside", KEY, "put good.txt inbox/", "put bad.txt inbox/");

        await("answers", 60, () -> openSsh.sftp("northside", KEY, "ls outbox").output()
                .matches("(?s).*bad_REPORT_.*good_277CA_.*"));
        openSsh.sftp("northside", KEY, "get outbox/good_* .", "get outbox/bad_* .", "get archive/*_good.txt sent.txt");
        assertThat(folder.resolve("sent.txt")).hasSameBinaryContentAs(folder.resolve("good.txt"));
        assertThat(found("good_837P_")).startsWith("ISA*").contains("BHT*0019*00*" + (batch - 1) + "*");
        assertThat(found("bad_REPORT_")).contains("line 8: does not follow superbill.dfdl.xsd, element line; "
                + "must be C|date|procedure|modifiers|pointers|units|amount");
    }

    private String found(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return Files.readString(files.filter(file -> file.getFileName().toString().startsWith(prefix)).findFirst()
                    .orElseThrow());
        }
    }

    @Test
    void shouldTakeASuperbillFromADropFolder() throws Exception {
        Files.writeString(FOLDER.resolve("in").resolve("day.txt"), superbill());

        await("answers", 60, () -> written("day_837P_") && written("day_277CA_"));
    }

    private static boolean written(String prefix) throws IOException {
        if (!Files.isDirectory(FOLDER.resolve("out"))) {
            return false;
        }
        try (Stream<Path> files = Files.list(FOLDER.resolve("out"))) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith(prefix));
        }
    }

    @Test
    void shouldLayAcknowledgementsOfEveryFileIntoTheOutboxOfOneWhoWantsThemThere() throws Exception {
        String id = accepted(gateway.post(RunningGateway.file())).getString("id");
        OpenSsh openSsh = new OpenSsh(folder, gateway.sftpPort());

        String listed = openSsh.sftp("northside", KEY, "ls outbox").output();
        assertThat(listed).contains(id + "_999_", id + "_277CA_");

        openSsh.sftp("northside", KEY, "get outbox/" + id + "_999_* .", "rm outbox/" + id + "_999_*");
        assertThat(found(id + "_999_")).startsWith("ISA*");
        assertThat(openSsh.sftp("northside", KEY, "ls outbox").output()).doesNotContain(id + "_999_").contains(id + "_277CA_");
        assertThat(rows("select actor from audit_event where action = 'acknowledgement-removed'")).containsExactly("SFTP");
    }
}
