package dev.claimgate.codes.cms;

import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeTableRows;
import java.util.List;
import java.util.Optional;

/** One official layout: how a file of it is known, which columns are taken, and what its rows mean. */
interface Layout {
    /** For people, such as {@code NCCI PTP practitioner}. */
    String title();

    CodeKind kind();

    /** The columns that are read, in the order in which {@link RowReader} asks for them. */
    List<Field> fields();

    /**
     * Whether a file that begins so is of this layout, and where its columns and its first row are.
     *
     * @param first first rows of the file, split as {@code form} says
     */
    Optional<Heading> match(TextRows.Form form, List<List<String>> first);

    /** What reads the rows of one file; may keep what one row tells of the next. */
    RowReader reader(CodeTableRows rows);

    /** First service day of the file ({@code yyyymmdd}) as its name or its first rows tell it. */
    Optional<Integer> effective(String fileName, List<List<String>> first);

    /** Whose list it is, where a kind has several: the payer's id. Empty for all other kinds. */
    default String owner(Heading heading, List<List<String>> first) {
        return "";
    }

    /** Reads the cells of the current row and hands them over if all are right. */
    interface RowReader {
        void read(Cells cells);
    }
}
