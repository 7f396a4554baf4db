package dev.claimgate.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.TestVertx;
import dev.claimgate.config.Faults;
import dev.claimgate.superbill.BillEnvelope;
import dev.claimgate.superbill.BillFault;
import dev.claimgate.superbill.Superbill;
import dev.claimgate.validation.Verdict;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Superbills read through Smooks by the DFDL file of the project, and by others. */
class DialectClaimsIT {
    private static final BillEnvelope ENVELOPE = new BillEnvelope("ZZ", "NORTHSIDE", "NORTHSIDE DERMATOLOGY", "ZZ",
            "CLAIMGATE", "CLAIMGATE", "P", 77, LocalDateTime.of(2025, 2, 12, 9, 30));
    private static final Path SUPERBILL = Path.of("edi-specs", "dialects", "superbill");
    private static Vertx vertx;
    private static DialectClaims claims;
    private static String sample;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() throws IOException {
        vertx = Vertx.vertx();
        claims = claims(SUPERBILL.getParent());
        sample = Files.readString(Path.of("conf", "demo", "08-superbill.txt"));
    }

    @AfterAll
    static void close() {
        TestVertx.await(vertx.close());
    }

    private static DialectClaims claims(Path dialects) {
        Faults faults = new Faults();
        Dialects read = Dialects.read(dialects, Set.of(), Path.of(""), faults);
        faults.throwIfAny();
        return new DialectClaims(vertx, read);
    }

    private static Superbill convert(DialectClaims with, String name, String file) {
        return TestVertx.await(with.convert(name, file.getBytes(StandardCharsets.ISO_8859_1), ENVELOPE));
    }

    private static String x12(Superbill made) {
        assertThat(made).isInstanceOf(Superbill.Converted.class);
        return new String(((Superbill.Converted) made).bytes(), StandardCharsets.ISO_8859_1);
    }

    private static List<String> faults(Superbill made) {
        assertThat(made).isInstanceOf(Superbill.Refused.class);
        return ((Superbill.Refused) made).faults().stream().map(BillFault::text).toList();
    }

    private static void assertFault(String file, String fault) {
        assertThat(faults(convert(claims, "superbill", file))).singleElement().asString().startsWith(fault);
    }

    @Test
    void shouldMakeAn837pInWhichTheEngineFindsNothing() {
        Verdict verdict = Verdict.on(x12(convert(claims, "superbill", sample.replace("\n", "\r\n"))));

        assertThat(verdict.sets).singleElement().satisfies(set -> assertThat(set.findings()).isEmpty());
        assertThat(verdict.claims).hasSize(2).allMatch(claim -> claim.accepted() && claim.findings().isEmpty());
    }

    @Test
    void shouldSayWhereALineIsNotAsItHasToBe() {
        assertFault(sample.replace("|17000||1|", "|17000|1|"), "line 5: does not follow superbill.dfdl.xsd, element line; must be"
                + " C|date|procedure|modifiers|pointers|units|amount");
        assertFault(sample.replace("|96.50", "|96.50|7"), "line 5: does not follow");
        assertFault(sample.replace("C|02/11", "X|02/11"), "line 8: does not follow superbill.dfdl.xsd, element trailer; must be one of B|");
        assertFault("<html>", "line 1: does not follow superbill.dfdl.xsd, element batch; must be one of B|number|date|phone  P|");
    }

    @Test
    void shouldNotTakeAnExportThatWasCutShortForAWholeOne() {
        assertFault(sample.replaceAll("C\\|02/11.*\n", ""), "line 8: does not follow superbill.dfdl.xsd, element lines; must be T|lines");
        assertFault(sample.substring(0, sample.indexOf("\nT|") + 1), "line 9: does not follow");
    }

    @Test
    void shouldTellTheLineAFieldStandsInThatTheMappingRefuses() {
        assertFault(sample.replace("09/01/2015", "9/1/15"), "line 7, visit.born: is of the shape 9/9/99; must be a day");
    }

    @Test
    void shouldNotReadAFileBeyondTheLimit() {
        assertFault(sample + " ".repeat(1_048_577), "file: the message has " + (sample.length() + 1_048_577)
                + " bytes, bytesMax in claims.yaml is 1048576");
    }

    @Test
    void shouldStopAParserThatStandsStill() throws IOException {
        DialectClaims still = claims(dialect("still", schema("""
                <xsd:element name="visit" type="xsd:string" dfdl:lengthKind="pattern" dfdl:lengthPattern="x*"/>"""), "secondsMax: 30"));
        assertThat(faults(convert(still, "still", "abc"))).singleElement().asString()
                .startsWith("file: the parser stands still, or the message holds more than 1000 reports");
    }

    @Test
    void shouldReadAFixedWidthExportWithoutJava() throws IOException {
        DialectClaims fixed = claims(dialect("fixed", schema("""
                <xsd:element name="export"><xsd:complexType><xsd:sequence>
                  <xsd:element name="batch" dfdl:terminator="%NL;"><xsd:complexType><xsd:sequence>
                    <xsd:element name="number" type="xsd:string" dfdl:lengthKind="explicit" dfdl:length="6"/>
                  </xsd:sequence></xsd:complexType></xsd:element>
                  <xsd:element name="line" maxOccurs="unbounded" dfdl:terminator="%NL;"><xsd:complexType><xsd:sequence>
                    <xsd:element name="visit" minOccurs="0" dfdl:initiator="V"><xsd:complexType><xsd:sequence>
                      <xsd:element name="account" type="xsd:string" dfdl:lengthKind="explicit" dfdl:length="8"/>
                      <xsd:element name="last" type="xsd:string" dfdl:lengthKind="explicit" dfdl:length="12"/>
                      <xsd:element name="born" type="xsd:string" dfdl:lengthKind="explicit" dfdl:length="8"/>
                      <xsd:element name="dx" type="xsd:string" dfdl:lengthKind="explicit" dfdl:length="5"/>
                    </xsd:sequence></xsd:complexType></xsd:element>
                    <xsd:element name="charge" minOccurs="0" dfdl:initiator="C"><xsd:complexType><xsd:sequence>
                      <xsd:element name="day" type="xsd:string" dfdl:lengthKind="explicit" dfdl:length="8"/>
                      <xsd:element name="code" type="xsd:string" dfdl:lengthKind="explicit" dfdl:length="5"/>
                      <xsd:element name="amount" type="xsd:string" dfdl:lengthKind="explicit" dfdl:length="8"/>
                    </xsd:sequence></xsd:complexType></xsd:element>
                  </xsd:sequence></xsd:complexType></xsd:element>
                </xsd:sequence></xsd:complexType></xsd:element>"""), "secondsMax: 30"));

        String x12 = x12(convert(fixed, "fixed", "001187\nVA-1     BIRCHLEY    19670419L570 \nC2025021099213118.00  \n"));

        assertThat(x12).contains("~NM1*IL*1*BIRCHLEY*", "~CLM*A-1*118*", "~SV1*HC:99213*118*UN*1***1~");
        assertThat(Verdict.on(x12).claims).singleElement().matches(Verdict.JudgedClaim::accepted);
    }

    private static String schema(String element) {
        return """
                <xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:dfdl="http://www.ogf.org/dfdl/dfdl-1.0/"
                            xmlns:edi="http://www.ibm.com/dfdl/EDI/Format">
                  <xsd:import namespace="http://www.ibm.com/dfdl/EDI/Format" schemaLocation="/EDIFACT-Common/IBM_EDI_Format.dfdl.xsd"/>
                  <xsd:annotation><xsd:appinfo source="http://www.ogf.org/dfdl/">
                    <dfdl:format ref="edi:EDIFormat" escapeSchemeRef="" ignoreCase="no" encoding="ISO-8859-1"/>
                  </xsd:appinfo></xsd:annotation>
                  %s
                </xsd:schema>
                """.formatted(element);
    }

    /** A folder of dialects with one that has little in its records and much that is always the same. */
    private Path dialect(String name, String schema, String limits) throws IOException {
        Path dialects = folder.resolve(name + "-dialects");
        Path own = Files.createDirectories(dialects.resolve(name));
        Files.writeString(own.resolve(name + ".dfdl.xsd"), schema);
        Files.writeString(own.resolve("claims.yaml"), """
                schema: %s.dfdl.xsd
                %s
                records: [{element: batch, line: "number"}, {element: visit, line: "V.."}, {element: charge, line: "C.."}]
                fields:
                  batchNumber: batch.number
                  submitterPhone: {always: "5550100144"}
                  billingNpi: {always: "1993100423"}
                  billingTaxId: {always: "931004251"}
                  billingName: {always: NORTHSIDE DERMATOLOGY}
                  billingStreet: {always: 418 BEACON HILL RD}
                  billingCity: {always: MILLBROOK}
                  billingState: {always: NY}
                  billingZip: {always: "125451200"}
                  patientControlNumber: visit.account
                  relationship: {always: "18"}
                  patientLastName: visit.last
                  patientBirthDate: visit.born
                  patientGender: {always: U}
                  patientStreet: {always: 27 ALDER ST}
                  patientCity: {always: MILLBROOK}
                  patientState: {always: NY}
                  patientZip: {always: "12545"}
                  memberId: visit.account
                  payerId: {always: EVG01}
                  payerName: {always: EVERGREEN}
                  filingIndicator: {always: CI}
                  placeOfService: {always: "11"}
                  diagnoses: visit.dx
                  serviceDate: charge.day
                  procedure: charge.code
                  pointers: {always: "1"}
                  units: {always: "1"}
                  charge: charge.amount
                """.formatted(name, limits));
        return dialects;
    }
}
