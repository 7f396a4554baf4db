package dev.claimgate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.TestVertx;
import dev.claimgate.config.Faults;
import dev.claimgate.reply.ClaimAnswer;
import dev.claimgate.reply.PayerReply;
import dev.claimgate.reply.UnreadableReplyException;
import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports read through Smooks by the DFDL files of the project, and by bad ones. */
class DialectRepliesIT {
    private static final String REPORT = """
            H|20260106|BATCH7
            C|11|A1|P1|ACC||20260106
            C|12|A2|?P'2+|REJ|MEMBER|
            C|13|A3||REJ|no such plan|20260107
            T|3
            """;
    private static Vertx vertx;
    private static DialectReplies replies;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
        Path dialects = Path.of("edi-specs", "dialects");
        Faults faults = new Faults();
        Dialects inUse = Dialects.read(dialects, List.of("claim-lines"), Path.of(""), faults);
        faults.throwIfAny();
        replies = new DialectReplies(vertx, inUse);
    }

    @AfterAll
    static void close() {
        TestVertx.await(vertx.close());
    }

    private static PayerReply read(String message) {
        return TestVertx.await(replies.read("claim-lines", message.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static void assertUnreadable(String message, String why) {
        assertThatThrownBy(() -> read(message)).isInstanceOf(UnreadableReplyException.class).hasMessage(why);
    }

    @Test
    void shouldReadEachLineAsThePayersAnswerForAClaim() {
        assertThat(read(REPORT).claimReports()).singleElement().satisfies(report -> {
            assertThat(report.originatorId()).isEqualTo("BATCH7");
            assertThat(report.claims()).extracting(ClaimAnswer::intermediaryNumber).containsExactly("11", "12", "13");
            assertThat(report.claims()).extracting(ClaimAnswer::payerClaimNumber).containsExactly("P1", "?P'2+", "");
            assertThat(report.claims()).extracting(claim -> claim.verdict().codes())
                    .containsExactly("A2:20", "A7:164:IL", "A3:21");
            assertThat(report.claims().get(2).verdict().statuses().get(0).element(12)).isEqualTo("no such plan");
        });
    }

    @Test
    void shouldReadReportsThatFollowEachOtherWithAnyLineEnds() {
        assertThat(read(REPORT.replace("\n", "\r\n") + REPORT.strip()).claimReports()).hasSize(2);
    }

    @Test
    void shouldReadSeveralMessagesAtOnce() {
        CompositeFuture both = TestVertx.await(Future.all(replies.read("claim-lines", REPORT.getBytes(StandardCharsets.ISO_8859_1)),
                replies.read("claim-lines", REPORT.replace("T|3", "C|14|A4||ACC||\nT|4").getBytes(StandardCharsets.ISO_8859_1))));

        List<Integer> claims = new ArrayList<>();
        both.list().forEach(reply -> claims.add(((PayerReply) reply).claimReports().get(0).claims().size()));
        assertThat(claims).containsExactly(3, 4);
    }

    @Test
    void shouldSayWhereAReportCannotBeReadWithoutShowingIt() {
        assertUnreadable("<html>", "line 1 (byte 0): does not follow report.dfdl.xsd");
        assertUnreadable(REPORT.replace("||20260106", "|20260106"), "line 2 (byte 41): does not follow report.dfdl.xsd");
        assertUnreadable(REPORT.substring(0, REPORT.indexOf("T|")), "line 5 (byte 104): does not follow report.dfdl.xsd");
        assertUnreadable(REPORT.replaceAll("C\\|12.*\n", ""), "line 4 (byte 81): does not follow report.dfdl.xsd");
    }

    @Test
    void shouldNotReadAMessageBeyondTheLimit() {
        assertUnreadable(" ".repeat(1_048_577), "the message has 1048577 bytes, bytesMax in dialect.yaml is 1048576");
    }

    @Test
    void shouldStopAParserThatStandsStill() throws IOException {
        DfdlReader reader = new DfdlReader(bad("dfdl:lengthKind=\"pattern\" dfdl:lengthPattern=\"x*\"",
                Duration.ofSeconds(30)));

        assertThatThrownBy(() -> reader.read("abc".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(UnreadableReplyException.class)
                .hasMessage("the parser stands still, or the message holds more than 1000 reports");
    }

    @Test
    void shouldStopAParserThatTakesTooLong() throws IOException {
        DfdlReader reader = new DfdlReader(bad("dfdl:lengthKind=\"pattern\" dfdl:lengthPattern=\".\"", Duration.ZERO));

        assertThatThrownBy(() -> reader.read("abc".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(UnreadableReplyException.class)
                .hasMessage("reading took longer than secondsMax in dialect.yaml");
    }

    /** A dialect whose one element is as given. */
    private DialectText bad(String properties, Duration timeMax) throws IOException {
        Path schema = folder.resolve("bad.dfdl.xsd");
        Files.writeString(schema, """
                <xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:dfdl="http://www.ogf.org/dfdl/dfdl-1.0/"
                            xmlns:edi="http://www.ibm.com/dfdl/EDI/Format">
                  <xsd:import namespace="http://www.ibm.com/dfdl/EDI/Format" schemaLocation="/EDIFACT-Common/IBM_EDI_Format.dfdl.xsd"/>
                  <xsd:annotation><xsd:appinfo source="http://www.ogf.org/dfdl/">
                    <dfdl:format ref="edi:EDIFormat" escapeSchemeRef="" encoding="ISO-8859-1"/>
                  </xsd:appinfo></xsd:annotation>
                  <xsd:element name="claim" type="xsd:string" %s/>
                </xsd:schema>
                """.formatted(properties));
        return new DialectText("bad", schema, "dialect.yaml", 1000, timeMax, Set.of("claim"));
    }
}
