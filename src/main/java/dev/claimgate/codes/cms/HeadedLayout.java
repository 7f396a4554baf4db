package dev.claimgate.codes.cms;

import dev.claimgate.codes.CodeKind;
import java.util.List;
import java.util.Optional;

/** A layout whose columns have headings: found by name, in any order, among any others. */
abstract class HeadedLayout implements Layout {
    private final String title;
    private final CodeKind kind;
    private final List<String> anchor;
    private final boolean above;
    private final List<Field> fields;

    /**
     * @param anchor headings, letters and digits only, that stand in one row of each file of this layout and of no other
     * @param above  whether other headings begin in the rows above
     */
    HeadedLayout(String title, CodeKind kind, List<String> anchor, boolean above, Field... fields) {
        this.title = title;
        this.kind = kind;
        this.anchor = anchor;
        this.above = above;
        this.fields = List.of(fields);
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final CodeKind kind() {
        return kind;
    }

    @Override
    public final List<Field> fields() {
        return fields;
    }

    @Override
    public Optional<Heading> match(TextRows.Form form, List<List<String>> first) {
        return form == TextRows.Form.FIXED ? Optional.empty() : Heading.find(first, anchor, above, fields);
    }

    @Override
    public Optional<Integer> effective(String fileName, List<List<String>> first) {
        return Optional.empty();
    }
}
