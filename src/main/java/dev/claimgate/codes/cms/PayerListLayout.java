package dev.claimgate.codes.cms;

import static dev.claimgate.codes.CodeTableRows.ALWAYS;
import static dev.claimgate.codes.CodeTableRows.NEVER;

import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.PayerRule;
import java.util.List;

/**
 * A payer's own list as plain CSV, of our own making: {@code payer,code,effective,ended,covered,units}. The payer is its id in
 * {@code conf/payers.yaml}, the same in every row; days are {@code yyyymmdd} or empty; covered is yes or no; units are the most
 * a day, or empty.
 */
final class PayerListLayout extends HeadedLayout {
    private static final String PAYER = "[a-z0-9][a-z0-9-]{0,39}";
    private static final int UNITS_MAX = 999_999;

    PayerListLayout() {
        super("payer's own list", CodeKind.PAYER_LIST, List.of("PAYER", "CODE", "COVERED"), false,
                Field.of("payer", "PAYER"), Field.of("code", "CODE"), Field.of("effective", "EFFECTIVE"),
                Field.of("ended", "ENDED"), Field.of("covered", "COVERED"), Field.of("units", "UNITS"));
    }

    @Override
    public RowReader reader(CodeTableRows rows) {
        return new PayerRows(rows);
    }

    @Override
    public String owner(Heading heading, List<List<String>> first) {
        int column = heading.columns().get(0);
        return heading.rows() < first.size() && column >= 0 && column < first.get(heading.rows()).size()
                ? first.get(heading.rows()).get(column).strip() : "";
    }

    private static final class PayerRows implements RowReader {
        private final CodeTableRows rows;
        private String payer = "";

        PayerRows(CodeTableRows rows) {
            this.rows = rows;
        }

        @Override
        public void read(Cells cells) {
            checkPayer(cells);
            long code = cells.code(1, 5, 5);
            int effective = cells.day(2, ALWAYS);
            int ended = cells.day(3, NEVER);
            String covered = cells.text(4);
            if (!covered.matches("yes|no")) {
                cells.fault(4, "must be yes or no");
            }
            int units = cells.text(5).isEmpty() ? PayerRule.NO_LIMIT : cells.number(5, 0, UNITS_MAX);
            if (cells.sound()) {
                rows.payerRule(payer, code, effective, ended, new PayerRule(covered.equals("yes"), units));
            }
        }

        private void checkPayer(Cells cells) {
            String text = cells.text(0);
            if (!text.matches(PAYER)) {
                cells.fault(0, "must be the id of a payer in conf/payers.yaml");
            } else if (payer.isEmpty()) {
                payer = text;
            } else if (!payer.equals(text)) {
                cells.fault(0, "must be '" + payer + "' as in the first row: one file for each payer");
            }
        }
    }
}
