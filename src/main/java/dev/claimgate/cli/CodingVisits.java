package dev.claimgate.cli;

import dev.claimgate.sample.SampleCodes;
import dev.claimgate.sample.SampleProcedure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented requests of {@code POST /v1/coding/check}: a visit with 1 to 4 procedures, as they are while coding is under way. */
final class CodingVisits {
    private static final int PROCEDURES_MAX = 4;
    private static final int DIAGNOSES = 2;

    private final SampleCodes codes;
    private final LocalDate date;
    private final Random random = new Random(837);

    /** @param date day of service */
    CodingVisits(SampleCodes codes, LocalDate date) {
        this.codes = codes;
        this.date = date;
    }

    /** Always the same for the same codes and date. */
    List<Buffer> make(int count) {
        List<Buffer> visits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            visits.add(visit().toBuffer());
        }
        return visits;
    }

    private JsonObject visit() {
        JsonArray lines = new JsonArray();
        if (random.nextBoolean()) {
            lines.add(line(one(codes.visits())).put("modifiers", new JsonArray().add("25")));
        }
        int procedures = 1 + random.nextInt(PROCEDURES_MAX);
        for (int i = 0; i < procedures; i++) {
            lines.add(line(one(codes.everyday())));
        }
        JsonArray diagnoses = new JsonArray();
        for (int i = 0; i < DIAGNOSES; i++) {
            diagnoses.add(one(codes.everydayDiagnoses()));
        }
        return new JsonObject().put("date", date.toString()).put("place", "11")
                .put("patient", new JsonObject().put("birthDate", "1961-05-04").put("sex", random.nextBoolean() ? "F" : "M"))
                .put("diagnoses", diagnoses).put("lines", lines);
    }

    private JsonObject line(SampleProcedure procedure) {
        return new JsonObject().put("procedure", procedure.code())
                .put("pointers", new JsonArray().add(1 + random.nextInt(DIAGNOSES)));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
