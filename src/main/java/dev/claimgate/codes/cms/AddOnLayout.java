package dev.claimgate.codes.cms;

import static dev.claimgate.codes.CodeTableRows.ALWAYS;
import static dev.claimgate.codes.CodeTableRows.NEVER;

import dev.claimgate.codes.AddOnType;
import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeTableRows;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Add-on code edits, {@code AOC_V*-F-MCR}: lines of fixed width without heading, or a workbook with headings. Days are Julian.
 * {@code CCCCC} stands for primaries that the contractor chooses.
 */
final class AddOnLayout extends HeadedLayout {
    private static final Pattern LINE = Pattern.compile(
            "[123][0-9A-Z]{5}([0-9]{7}| {7})[0-9A-Z]{5}([0-9]{7}| {7})([0-9]{7}| {7}).*");
    private static final AddOnType[] TYPES = AddOnType.values();

    AddOnLayout() {
        super("add-on code edits", CodeKind.ADD_ONS, List.of("ADDONCODE"), false,
                Field.of("AOC Edit Type", "AOCEDITTYPE", "EDITTYPE").at(0, 1),
                Field.of("Add-On Code", "ADDONCODE").at(1, 6),
                Field.of("Add-On Deletion Date", "ADDONCODEDEL", "ADDONDEL").at(6, 13).optional(),
                Field.of("Primary Code", "PRIMARYCODE").at(13, 18),
                Field.of("Primary Deletion Date", "PRIMARYCODEDEL", "PRIMARYDEL").at(18, 25).optional(),
                Field.of("AOC Edit Effective Date", "AOCEDITEFF", "EDITEFF").at(25, 32),
                Field.of("AOC Edit Deletion Date", "AOCEDITDEL", "EDITDEL").at(32, 39));
    }

    @Override
    public Optional<Heading> match(TextRows.Form form, List<List<String>> first) {
        if (form != TextRows.Form.FIXED) {
            return super.match(form, first);
        }
        return !first.isEmpty() && LINE.matcher(first.get(0).get(0)).matches()
                ? Optional.of(Heading.fixed(0)) : Optional.empty();
    }

    @Override
    public RowReader reader(CodeTableRows rows) {
        return cells -> {
            int type = cells.number(0, 1, 3);
            long addOn = cells.code(1, 5, 5);
            long primary = cells.text(3).equals("CCCCC") ? 0 : cells.code(3, 5, 5);
            int effective = cells.julianDay(5, ALWAYS);
            int ended = Math.min(cells.julianDay(6, NEVER),
                    Math.min(cells.julianDay(2, NEVER), cells.julianDay(4, NEVER)));
            if (cells.sound()) {
                rows.addOn(addOn, primary, effective, ended, TYPES[type]);
            }
        };
    }
}
