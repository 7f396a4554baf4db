package dev.claimgate.codes.cms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Rows of the first sheet of an .xlsx workbook (ECMA-376), streamed with the Java platform's own XML reader. Cells come as they
 * are stored; formulas come as their stored results.
 */
final class SheetRows extends CellRows {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final int COLUMNS_MAX = 256;

    private final ZipFile zip;
    private final List<String> strings;
    private final XMLStreamReader xml;

    SheetRows(Path file, LongConsumer progress) throws IOException {
        zip = new ZipFile(file.toFile());
        try {
            ZipEntry sheet = zip.getEntry(SHEET);
            if (sheet == null) {
                throw new UnreadableFile("is a zip archive without a worksheet, must be a workbook (.xlsx) or "
                        + "an unpacked text file");
            }
            strings = sharedStrings();
            double packed = (double) sheet.getCompressedSize() / Math.max(1, sheet.getSize());
            InputStream in = new CountingStream(zip.getInputStream(sheet), read -> progress.accept((long) (read * packed)));
            xml = reader(in);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            zip.close();
            throw e instanceof IOException unreadable ? unreadable : damaged(e);
        }
    }

    private static UnreadableFile damaged(Exception cause) {
        UnreadableFile damaged = new UnreadableFile("is a damaged workbook, get it again");
        damaged.initCause(cause);
        return damaged;
    }

    private static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(in);
    }

    private List<String> sharedStrings() throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(STRINGS);
        List<String> all = new ArrayList<>();
        if (entry == null) {
            return all;
        }
        XMLStreamReader shared = reader(zip.getInputStream(entry));
        while (shared.hasNext()) {
            if (shared.next() == XMLStreamConstants.START_ELEMENT && shared.getLocalName().equals("si")) {
                all.add(text(shared, "si"));
            }
        }
        shared.close();
        return all;
    }

    /** All text within the element, but for phonetic hints. */
    private static String text(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
                text.append(xml.getElementText());
            } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("rPh")) {
                text(xml, "rPh");
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element)) {
                return text.toString();
            }
        }
    }

    @Override
    public boolean next() throws IOException {
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                    readRow();
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException e) {
            UnreadableFile damaged = new UnreadableFile("line " + (line + 1) + ": the workbook is damaged here, get it again");
            damaged.initCause(e);
            throw damaged;
        }
    }

    private void readRow() throws XMLStreamException {
        String number = xml.getAttributeValue(null, "r");
        line = number == null ? line + 1 : Integer.parseInt(number);
        cells.clear();
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                readCell();
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                return;
            }
        }
    }

    private void readCell() throws XMLStreamException {
        int column = column(xml.getAttributeValue(null, "r"));
        String type = xml.getAttributeValue(null, "t");
        String value = "";
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("v")) {
                value = xml.getElementText();
            } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("is")) {
                value = text(xml, "is");
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
        }
        if (column >= COLUMNS_MAX) {
            return;
        }
        while (cells.size() < column) {
            cells.add("");
        }
        cells.add("s".equals(type) ? strings.get(Integer.parseInt(value)) : value);
    }

    /** Of a reference such as {@code AB12}; without one the cell follows the last. */
    private int column(String reference) {
        if (reference == null) {
            return cells.size();
        }
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    /** A workbook that was cut off cannot be opened at all. */
    @Override
    public boolean cutOff() {
        return false;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
