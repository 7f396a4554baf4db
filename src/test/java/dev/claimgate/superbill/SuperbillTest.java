package dev.claimgate.superbill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.config.Faults;
import dev.claimgate.config.YamlFile;
import dev.claimgate.validation.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records of the superbill dialect of the project, and the 837P or the faults that come of them. */
class SuperbillTest {
    private static final BillMapping MAPPING = BillMapping.read(new YamlFile(Path.of(""), Map.of(), new Faults())
            .read(Path.of("edi-specs", "dialects", "superbill", "claims.yaml")));
    private static final BillEnvelope ENVELOPE = new BillEnvelope("ZZ", "NORTHSIDE", "NORTHSIDE DERMATOLOGY", "ZZ", "CLAIMGATE",
            "CLAIMGATE", "P", 77, LocalDateTime.of(2025, 2, 12, 9, 30));
    private static final Map<String, List<String>> FIELDS = Map.of(
            "batch", List.of("number", "date", "phone"),
            "practice", List.of("npi", "taxId", "taxonomy", "name", "street", "city", "state", "zip"),
            "visit", List.of("account", "patientLast", "patientFirst", "born", "sex", "street", "city", "state", "zip",
                    "relation", "insuredLast", "insuredFirst", "plan", "memberId", "group", "place", "diagnoses", "doctorNpi",
                    "doctorLast", "doctorFirst"),
            "charge", List.of("date", "procedure", "modifiers", "pointers", "units", "amount"));
    private static final Map<Character, String> NAMES = Map.of('B', "batch", 'P', "practice", 'V', "visit", 'C', "charge");
    private static final String SAMPLE = sample();

    private static String sample() {
        try {
            return Files.readString(Path.of("conf", "demo", "08-superbill.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<BillRecord> records(String text) {
        List<BillRecord> records = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String name = NAMES.get(line.charAt(0));
            if (name != null) {
                String[] values = line.substring(2).split("\\|", -1);
                Map<String, String> fields = new HashMap<>();
                for (int i = 0; i < values.length; i++) {
                    fields.put(FIELDS.get(name).get(i), values[i]);
                }
                records.add(new BillRecord(name, number, fields));
            }
        }
        return records;
    }

    private static String x12(String text) {
        return new String(((Superbill.Converted) Superbill.convert(records(text), MAPPING, ENVELOPE)).bytes(),
                StandardCharsets.ISO_8859_1);
    }

    private static List<String> faults(String text) {
        return ((Superbill.Refused) Superbill.convert(records(text), MAPPING, ENVELOPE)).faults().stream().map(BillFault::text)
                .toList();
    }

    private static void assertNoFinding(String x12, int claims) {
        Verdict verdict = Verdict.on(x12);
        assertThat(verdict.interchanges).singleElement().satisfies(report -> assertThat(report.notes()).allMatch(note ->
                note.code().equals("000")));
        assertThat(verdict.sets).allSatisfy(set -> assertThat(set.findings()).isEmpty());
        assertThat(verdict.claims).hasSize(claims).allSatisfy(claim -> {
            assertThat(claim.findings()).isEmpty();
            assertThat(claim.accepted()).isTrue();
        });
    }

    @Test
    void shouldMakeAn837pInWhichTheEngineFindsNothing() {
        assertNoFinding(x12(SAMPLE), 2);
    }

    @Test
    void shouldMakeAnotherLevelForEachBillingProviderInARow() {
        String second = SAMPLE.replace("V|NS-2002-A", "P|1487102661|931004252|207N00000X|LAKE DERMATOLOGY|1 LAKE RD|MILLBROOK|NY|125451200\n"
                + "V|NS-2002-A").replace("|1487102661|HAWTHORNE|VERA\nC|02/11", "|||\nC|02/11");
        String x12 = x12(second);

        assertThat(x12).contains("~HL*1**20*1~", "~HL*3**20*1~", "~HL*4*3*22*1~", "~HL*5*4*23*0~");
        assertNoFinding(x12, 2);
    }

    @Test
    void shouldWriteWhatTheExportMeans() {
        String x12 = x12(SAMPLE.replace("|L57.0|", "|L57.0,D22.5|").replace("17000||1|", "17000|59,LT|B,1|")
                .replace("|THISTLEWOOD|ADA|", "|MÜLLER|ADÈLE|"));

        assertThat(x12).contains("~BHT*0019*00*1187*20250212*0930*CH~", "~HI*ABK:L570*ABF:D225~", "SV1*HC:17000:59:LT*96.5*UN*1***2:1~",
                "~NM1*IL*1*MULLER*ADELE****MI*EG4410027~", "~DMG*D8*19670419*F~", "~SBR*P**G552******BL~", "~PAT*19~");
    }

    @Test
    void shouldTellEveryFaultWithLineFieldFoundAndRight() {
        assertThat(faults(SAMPLE.replace("|NY|12545|SELF", "|NEW YORK|1254|ME").replace("|118.00", "|118,00"))).containsExactly(
                "line 3, visit.relation: is a word that claims.yaml does not name; must be one of [CHILD, OTHER, SELF, SPOUSE]",
                "line 3, visit.state: is of the shape AAA AAAA; must be two capitals",
                "line 3, visit.zip: is of the shape 9999; must be five or nine digits",
                "line 4, charge.amount: is of the shape 999,99; must be an amount such as 125.00",
                "line 8, charge.amount: is of the shape 999,99; must be an amount such as 125.00");
        assertThat(faults(SAMPLE.replace("02/10/2025|17000", "02/30/2025|17000").replace("|17003||1|", "|17003|1,2,3,4,5||")))
                .containsExactly("line 5, charge.date: is of the shape 99/99/9999; must be a day of the calendar written MM/dd/uuuu",
                        "line 6, charge.modifiers: is of the shape 9; must be modifiers of two characters, at most 4",
                        "line 6, charge.modifiers: is of the shape 9; must be modifiers of two characters, at most 4",
                        "line 6, charge.modifiers: is of the shape 9; must be modifiers of two characters, at most 4",
                        "line 6, charge.modifiers: is of the shape 9; must be modifiers of two characters, at most 4",
                        "line 6, charge.modifiers: is of the shape 9; must be modifiers of two characters, at most 4",
                        "line 6, charge.pointers: is empty; must be places of diagnoses, 1 to 12 or A to L, at most 4");
    }

    @Test
    void shouldDemandWhatBelongsTogether() {
        assertThat(faults(SAMPLE.replace("|CHILD|YARROW|", "|CHILD||"))).containsExactly(
                "line 7, visit.insuredLast: is empty; must be the subscriber's, as the patient is somebody else");
        assertThat(faults(SAMPLE.replace("|L70.0|1487102661|", "|L70.0||"))).containsExactly(
                "line 7, visit.doctorNpi: is empty; must be there beside the doctor's name");
    }

    @Test
    void shouldRefuseRecordsThatHaveNoPlace() {
        assertThat(faults(SAMPLE.replaceAll("V\\|NS-2001.*\n", ""))).contains("line 3: is a charge before any visit; must be below its visit");
        assertThat(faults(SAMPLE.replaceAll("C\\|02/11.*\n", ""))).containsExactly(
                "line 7: is a visit without a charge; must be followed by one or more");
        assertThat(faults(SAMPLE.replace("T|7", "B|1188|02/12/2025|5550100144"))).containsExactly(
                "line 9: is a second batch; must be in a file of its own");
        assertThat(faults("B|1188|02/12/2025|5550100144")).containsExactly("file: holds no visit; must be an export with at least one");
    }

    @Test
    void shouldRefuseWhatX12CannotCarryInsteadOfChangingIt() {
        assertThat(faults(SAMPLE.replace("NS-2001-A", "NS*2001").replace("27 ALDER ST", "27 Ж ST"))).containsExactly(
                "line 3, visit.account: holds a character that X12 cannot carry; must be of letters, digits and marks without * : ^ ~",
                "line 3, visit.street: holds a character that X12 cannot carry; must be of letters, digits and marks without * : ^ ~");
    }

    @Test
    void shouldCountFaultsBeyondThoseItLists() {
        String many = SAMPLE.replace("C|02/11/2025|99213||1|1|118.00\n", "C|02/11/2025|99213||1|1|x\n".repeat(150));
        Superbill.Refused refused = (Superbill.Refused) Superbill.convert(records(many), MAPPING, ENVELOPE);

        assertThat(refused.faults()).hasSize(100);
        assertThat(refused.count()).isEqualTo(150);
    }
}
