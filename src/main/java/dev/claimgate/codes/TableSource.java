package dev.claimgate.codes;

/**
 * From where the rows of one kind come for some service days.
 *
 * @param kind    what they are about
 * @param owner   payer whose list it is, else empty
 * @param name    name of the file or pack they were read from
 * @param release number of the release that holds them; 0 for tables read straight from a folder
 * @param builtIn whether they belong to the built-in demonstration pack
 * @param from    first service day that is judged by them
 * @param to      last service day
 */
public record TableSource(CodeKind kind, String owner, String name, long release, boolean builtIn, int from, int to) {

    /** Of no payer. */
    public TableSource(CodeKind kind, String name, long release, boolean builtIn, int from, int to) {
        this(kind, "", name, release, builtIn, from, to);
    }

    /** For people: {@code NCCI pairs ccipra-v322r0 (release 3)}. */
    @Override
    public String toString() {
        return kind.title() + " " + name + (release == 0 ? "" : " (release " + release + ")")
                + (builtIn ? ", built-in demonstration pack" : "");
    }
}
