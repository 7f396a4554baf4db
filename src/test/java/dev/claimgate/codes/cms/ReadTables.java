package dev.claimgate.codes.cms;

import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.CodeTablesBuilder;
import dev.claimgate.codes.TableFaults;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Reads published files straight into tables, and makes workbooks for tests. */
final class ReadTables {
    private static final Path EXCERPTS = Path.of("src/test/resources/dev/claimgate/codes/cms");

    private ReadTables() {
    }

    static Path excerpt(String name) {
        return EXCERPTS.resolve(name);
    }

    static List<CodeFileSet> sets(Path... files) {
        return CodeFiles.sort(List.of(files), Optional.empty());
    }

    /** Fails with all faults of the files. */
    static CodeTables read(Path... files) {
        CodeTablesBuilder tables = CodeTables.builder();
        TableFaults faults = new TableFaults();
        sets(files).forEach(set -> set.read(tables, faults, read -> { }));
        faults.throwIfAny();
        return tables.build();
    }

    /** A workbook with shared strings for texts and numbers as they are, as spreadsheet programs write it. */
    static Path workbook(Path file, List<List<String>> rows) throws IOException {
        List<String> strings = rows.stream().flatMap(List::stream).filter(cell -> !isNumber(cell)).distinct().toList();
        StringBuilder sheet = new StringBuilder("<?xml version=\"1.0\"?><worksheet><sheetData>");
        for (int row = 0; row < rows.size(); row++) {
            sheet.append("<row r=\"").append(row + 1).append("\">");
            for (int column = 0; column < rows.get(row).size(); column++) {
                String cell = rows.get(row).get(column);
                String place = "<c r=\"" + (char) ('A' + column) + (row + 1) + '"';
                if (!cell.isEmpty()) {
                    sheet.append(isNumber(cell) ? place + "><v>" + cell + "</v></c>"
                            : place + " t=\"s\"><v>" + strings.indexOf(cell) + "</v></c>");
                }
            }
            sheet.append("</row>");
        }
        StringBuilder shared = new StringBuilder("<?xml version=\"1.0\"?><sst>");
        strings.forEach(text -> shared.append("<si><r><t>").append(text).append("</t></r></si>"));
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "xl/worksheets/sheet1.xml", sheet.append("</sheetData></worksheet>"));
            entry(zip, "xl/sharedStrings.xml", shared.append("</sst>"));
        }
        return file;
    }

    private static boolean isNumber(String cell) {
        return cell.matches("[1-9][0-9]*");
    }

    private static void entry(ZipOutputStream zip, String name, CharSequence content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    static List<List<String>> cells(String... rows) {
        return Stream.of(rows).map(row -> List.of(row.split("\\|", -1))).toList();
    }
}
