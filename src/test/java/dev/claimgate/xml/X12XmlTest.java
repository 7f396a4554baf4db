package dev.claimgate.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.guide.GuideLibrary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class X12XmlTest {
    private static final GuideLibrary GUIDES = GuideLibrary.load(Path.of("edi-specs"));
    private static final Path CLEAN = Path.of("conf", "demo", "01-two-clean-claims.edi");

    private static Document xml(byte[] x12) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        X12Xml.write(x12, GUIDES, out);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(out.toByteArray()));
    }

    private static Document xml(String x12) throws Exception {
        return xml(x12.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Ids of the loops around a node, the outermost first. */
    private static String loops(Node node) {
        List<String> ids = new ArrayList<>();
        for (Node outer = node.getParentNode(); outer instanceof Element element; outer = outer.getParentNode()) {
            if (element.getTagName().equals("loop")) {
                ids.add(0, element.getAttribute("id"));
            }
        }
        return String.join("/", ids);
    }

    private static Element first(Document document, String tag, String id) {
        for (int i = 0; i < document.getElementsByTagName(tag).getLength(); i++) {
            Element element = (Element) document.getElementsByTagName(tag).item(i);
            if (element.getAttribute("id").equals(id)) {
                return element;
            }
        }
        throw new AssertionError("no " + tag + " " + id);
    }

    @Test
    void shouldNameLoopsSegmentsElementsAndComponentsAsTheGuideDoes() throws Exception {
        Document document = xml(Files.readAllBytes(CLEAN));

        Element claim = first(document, "segment", "CLM");
        assertThat(loops(claim)).endsWith("2000A/2000B/2300");
        assertThat(((Element) claim.getParentNode()).getAttribute("name")).isEqualTo("Claim Information");
        assertThat(first(document, "element", "CLM01").getTextContent()).isEqualTo("NS-1001-A");
        assertThat(first(document, "element", "CLM02").getAttribute("name")).isNotEmpty();
        assertThat(first(document, "component", "CLM05-1").getTextContent()).isEqualTo("11");
        assertThat(first(document, "component", "CLM05-1").getAttribute("name")).isNotEmpty();
    }

    @Test
    void shouldOpenALoopForEachOfItsInstances() throws Exception {
        Document document = xml(Files.readAllBytes(CLEAN));
        int lines = 0;
        for (int i = 0; i < document.getElementsByTagName("loop").getLength(); i++) {
            lines += ((Element) document.getElementsByTagName("loop").item(i)).getAttribute("id").equals("2400") ? 1 : 0;
        }
        assertThat(lines).isEqualTo(Files.readString(CLEAN).split("~\\s*LX\\*").length - 1);
    }

    @Test
    void shouldKeepTheSegmentsInTheOrderOfTheFile() throws Exception {
        String x12 = Files.readString(CLEAN);
        Document document = xml(x12);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < document.getElementsByTagName("segment").getLength(); i++) {
            ids.add(((Element) document.getElementsByTagName("segment").item(i)).getAttribute("id"));
        }
        List<String> sent = new ArrayList<>();
        x12.lines().forEach(line -> sent.add(line.replaceAll("[*~].*", "")));
        assertThat(ids).isEqualTo(sent);
    }

    @Test
    void shouldWriteWhatXmlWouldTakeForMarkup() throws Exception {
        Document document = xml(Files.readString(CLEAN).replace("NS-1001-A*", "<&>\"'\u0001*"));
        assertThat(first(document, "element", "CLM01").getTextContent()).isEqualTo("<&>\"'\uFFFD");
    }

    @Test
    void shouldShowWhatHasNoPlaceAndWhatIsNoX12() throws Exception {
        Document document = xml(Files.readString(CLEAN).replace("HI*ABK", "ZZZ*1~\nHI*ABK"));
        assertThat(first(document, "segment", "ZZZ").getAttribute("name")).isEmpty();
        assertThat(xml("no X12").getElementsByTagName("unreadable").getLength()).isEqualTo(1);
    }

    @Test
    void shouldBeWellFormedWhateverTheFile() throws Exception {
        byte[] clean = Files.readAllBytes(CLEAN);
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] broken = clean.clone();
            for (int i = 0; i < 1 + round / 30; i++) {
                broken[random.nextInt(round % 2 == 0 ? broken.length : 1200)] = (byte) random.nextInt(256);
            }
            assertThat(xml(broken).getDocumentElement().getTagName()).isEqualTo("file");
        }
    }
}
