package dev.claimgate.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** A claim that is still being coded, in options. */
final class CheckOptions {
    private static final Pattern LINE = Pattern.compile(
            "([0-9A-Z]{5})((?:-[0-9A-Z]{2})*)(?:x([0-9]{1,5}))?(?:@([0-9]{1,2}(?:,[0-9]{1,2})*))?");

    @Option(names = "--line", required = true, paramLabel = "LINE",
            description = "PROCEDURE[-MODIFIER...][xUNITS][@POINTER,...], such as 17003-59x4@1,2; once for each line")
    private List<String> lines = new ArrayList<>();
    @Option(names = "--diagnosis", paramLabel = "CODE", split = ",",
            description = "diagnoses in their order, such as L57.0,D22.5")
    private List<String> diagnoses = new ArrayList<>();
    @Option(names = "--date", paramLabel = "DATE", description = "day of service, such as 2026-11-30 (default: today)")
    private LocalDate date;
    @Option(names = "--place", defaultValue = "11", paramLabel = "PLACE",
            description = "place of service (default: ${DEFAULT-VALUE})")
    private String place;
    @Option(names = "--born", paramLabel = "DATE", description = "the patient's date of birth")
    private LocalDate born;
    @Option(names = "--sex", paramLabel = "SEX", description = "F, M or U")
    private String sex;
    @Option(names = "--payer", paramLabel = "ID", description = "the payer's id as in NM109 of loop 2010BB")
    private String payer;

    /**
     * The same as a JSON request.
     *
     * @throws IllegalArgumentException if a line has not its form
     */
    JsonObject request(LocalDate today) {
        JsonObject patient = new JsonObject().put("birthDate", born == null ? null : born.toString()).put("sex", sex);
        JsonArray all = new JsonArray();
        lines.forEach(line -> all.add(line(line)));
        return new JsonObject().put("date", (date == null ? today : date).toString()).put("place", place).put("payer", payer)
                .put("patient", patient).put("diagnoses", new JsonArray(diagnoses)).put("lines", all);
    }

    private static JsonObject line(String text) {
        Matcher parts = LINE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("--line " + text
                    + ": must be PROCEDURE[-MODIFIER...][xUNITS][@POINTER,...], such as 17003-59x4@1,2");
        }
        JsonObject line = new JsonObject().put("procedure", parts.group(1));
        List<String> modifiers = Stream.of(parts.group(2).split("-")).filter(modifier -> !modifier.isEmpty()).toList();
        line.put("modifiers", new JsonArray(modifiers));
        if (parts.group(3) != null) {
            line.put("units", Integer.valueOf(parts.group(3)));
        }
        if (parts.group(4) != null) {
            line.put("pointers", new JsonArray(Stream.of(parts.group(4).split(",")).map(Integer::valueOf).toList()));
        }
        return line;
    }
}
