package dev.claimgate.intake;

import dev.claimgate.store.ArchivedFile;
import dev.claimgate.store.MailboxFile;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What files of partners may be called, and what we call those they find. */
public final class FileNames {
    /** What {@link #allowed} demands, for error texts. */
    public static final String RIGHT = "1 to 200 of A-Z, a-z, 0-9, blank and ._-()+,=@&~#', the first a letter, digit, . or _";

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._][A-Za-z0-9 ._()+,=@&~#'-]{0,199}");
    private static final List<String> TEMPORARY = List.of(".tmp", ".part", ".filepart", ".partial");
    private static final Pattern ACKNOWLEDGEMENT = Pattern.compile(".*_([0-9]{9})\\.(edi|txt)");
    private static final Pattern ARCHIVED = Pattern.compile("([0-9]{8}T[0-9]{6}Z)_([0-9a-f]{8})_[A-Z]+_(.+)");
    private static final int ID_LENGTH = 36;
    private static final int ID_END_LENGTH = 8;
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A name in the archive, taken apart. */
    public record Archived(Instant second, String idEnd, String fileName) {
        /** Whether this names the file; its state may have changed since the name was told. */
        public boolean names(ArchivedFile file) {
            return end(file.id()).equals(idEnd) && file.name().equals(fileName);
        }
    }

    private FileNames() {
    }

    /** Whether a partner may call a file so: no way to another folder, nothing that a file system or a terminal minds. */
    public static boolean allowed(String name) {
        return ALLOWED.matcher(name).matches();
    }

    /** Whether the file still waits to be renamed: it ends in .tmp, .part, .filepart or .partial, or begins with a dot. */
    public static boolean temporary(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(".") || TEMPORARY.stream().anyMatch(lower::endsWith);
    }

    /** {@code claims_999_000000012.edi}, or {@code claims_277CA-PAYER_000000013.edi} for what a payer said; a report is text. */
    public static String of(MailboxFile acknowledgement) {
        String name = acknowledgement.fileName();
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + "_" + acknowledgement.kind()
                + (acknowledgement.origin().equals("PAYER") ? "-PAYER" : "")
                + String.format(Locale.ROOT, "_%09d", acknowledgement.controlNumber())
                + (acknowledgement.kind().equals("REPORT") ? ".txt" : ".edi");
    }

    /** The control number in the name of an acknowledgement. */
    public static Optional<Integer> controlNumber(String acknowledgement) {
        Matcher matcher = ACKNOWLEDGEMENT.matcher(acknowledgement);
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    /** {@code 20261124T005512Z_1a2b3c4d_VALIDATED_claims.edi}: when received, how its id ends, how it stands, its name. */
    public static String of(ArchivedFile file) {
        return second(file.receivedAt()) + "_" + end(file.id()) + "_" + file.state() + "_"
                + file.name();
    }

    /** The last eight digits of an id, which are random: by them files of one second are told apart. */
    public static String end(UUID id) {
        return id.toString().substring(ID_LENGTH - ID_END_LENGTH);
    }

    /** {@code 20261124T005512Z}. */
    public static String second(Instant at) {
        return SECOND.format(at);
    }

    public static Optional<Archived> archived(String name) {
        Matcher matcher = ARCHIVED.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Archived(SECOND.parse(matcher.group(1), Instant::from), matcher.group(2), matcher.group(3)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
