package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.claimgate.store.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of every kind of badness, sent by HTTP: each gets the acknowledgement that X12 has for it, or a problem. */
class BadInputIT {
    @Order(1)
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();
    @Order(2)
    @RegisterExtension
    static final RunningGateway gateway = new RunningGateway(database, Map.of());

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("nothing wrong", "A (A [A])", file -> file),
                fault("no line breaks", "A (A [A])", file -> file.replace("\n", "")),
                fault("CR and LF", "A (A [A])", file -> file.replace("\n", "\r\n")),
                fault("other delimiters", "A (A [A])", BadInputIT::otherDelimiters),
                fault("white space around", "A (A [A])", file -> "\r\n " + file + "\n\n\u001a"),
                fault("ISA06 too short", "R006", file -> file.replace("NORTHSIDE      *", "NORTHSIDE     *")),
                fault("ISA06 too long", "R006", file -> file.replace("NORTHSIDE      *", "NORTHSIDE       *")),
                fault("ISA12 unknown", "R003", file -> file.replace("*00501*", "*00401*")),
                fault("one delimiter twice", "R022", file -> file.replace(":~\n", "*~\n")),
                fault("GS08 unknown", "A (R2)", file -> file.replace("005010X222A1~\nST", "005010X223A2~\nST")),
                fault("GS01 unknown", "A (R1)", file -> file.replace("GS*HC*", "GS*HI*")),
                fault("ST01 unknown", "A (R [R18])", file -> file.replace("ST*837*", "ST*835*")),
                fault("control characters", "A (R [R5])", file -> file.replace("*ADA*", "*A\u0007\u0000A*")),
                fault("SE01 wrong", "A (R [R4])", file -> file.replace("SE*53*", "SE*54*")),
                fault("SE02 wrong", "A (R [R3])", file -> file.replace("SE*53*0001", "SE*53*0002")),
                fault("no SE", "A (R [R2])", file -> file.replace("SE*53*0001~\n", "")),
                fault("GE01 wrong", "A (R5 [A])", file -> file.replace("GE*1*", "GE*2*")),
                fault("GE02 wrong", "A (R4 [A])", file -> file.replace("GE*1*1001", "GE*1*1002")),
                fault("no GE", "A (R3 [A])", file -> file.replace("GE*1*1001~\n", "")),
                fault("IEA01 wrong", "R021 (A [A])", file -> file.replace("IEA*1*", "IEA*2*")),
                fault("IEA02 wrong", "R001 (A [A])", file -> file.replace("IEA*1*00", "IEA*1*99")),
                fault("no IEA", "R023 (A [A])", file -> file.substring(0, file.indexOf("IEA*"))),
                fault("an ISA in a set", "R023 (R3 [R2]) A (A [A])", BadInputIT::nested),
                fault("a GS in a GS", "R021 (R3) (R19)", BadInputIT::groupInGroup));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void shouldAnswerAFaultWithItsCodes(String name, String verdict, UnaryOperator<String> breakIt) throws Exception {
        JsonObject file = validated(gateway.post(breakIt.apply(RunningGateway.file())));

        assertThat(verdict(file)).isEqualTo(verdict);
        JsonObject claims = file.getJsonObject("summary").getJsonObject("claims");
        assertThat(claims.getInteger("accepted") + claims.getInteger("rejected") + claims.getInteger("rejectedWithSet"))
                .isEqualTo(claims.getInteger("received"));
        assertThat(claims.getInteger("accepted")).isEqualTo(verdict.endsWith("A (A [A])") ? 2 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZMARKNAME", " \r\n", "\u001f\u008b\b\u0000gzip", "<html>ZZMARKNAME</html>", "ISA*00*ZZMARKNAME"})
    void shouldTellWhatIsNotX12AndKeepIt(String body) throws Exception {
        HttpResponse<String> answer = gateway.post(body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(new JsonObject(answer.body()).getString("detail")).startsWith("body, byte ").contains("must be X12");
        String kept = gateway.get(answer.headers().firstValue("Location").orElseThrow()).body();
        assertThat(new JsonObject(kept).getString("state")).isEqualTo("UNREADABLE");
    }

    @Test
    void shouldAcceptNoClaimOfAFileThatIsCutAnywhere() throws Exception {
        int length = RunningGateway.file().stripTrailing().length();
        for (int cut = 1; cut < length; cut += cut < length - 30 ? 37 : 1) {
            HttpResponse<String> answer = gateway.post(RunningGateway.file().substring(0, cut));

            if (cut < 106) {
                assertThat(answer.statusCode()).as("cut at %d", cut).isEqualTo(422);
            } else {
                assertThat(verdict(validated(answer))).as("cut at %d", cut).startsWith("R023");
            }
        }
    }

    @Test
    void shouldJudgeEachOfTwoInterchangesByItself() throws Exception {
        String bad = RunningGateway.file().replace("IEA*1*", "IEA*7*");

        JsonObject file = validated(gateway.post(bad + RunningGateway.file()));

        assertThat(verdict(file)).isEqualTo("R021 (A [A]) A (A [A])");
        assertThat(file.getJsonObject("summary").getJsonObject("claims").getInteger("accepted")).isEqualTo(2);
    }

    @Test
    void shouldAnswerTheSameBytesAsADuplicateButNotThoseOfAnotherPartner() throws Exception {
        String file = RunningGateway.file();

        assertThat(verdict(validated(gateway.post(file)))).isEqualTo("A (A [A])");
        assertThat(verdict(validated(gateway.post(file)))).isEqualTo("R025");
        assertThat(verdict(validated(gateway.send(gateway.request("/v1/interchanges")
                .setHeader("X-API-Key", RunningGateway.OTHER_KEY)
                .POST(BodyPublishers.ofString(file)))))).isEqualTo("A (A [A])");
    }

    @Test
    void shouldAnswerTwentyAtOnceEachWithItsOwnVerdict() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(20);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String file = RunningGateway.file().replace("SE*53*", i % 2 == 0 ? "SE*53*" : "SE*54*");
                calls.add(() -> verdict(validated(gateway.post(file))));
            }
            List<Future<String>> verdicts = senders.invokeAll(calls);
            for (int i = 0; i < 20; i++) {
                assertThat(verdicts.get(i).get()).isEqualTo(i % 2 == 0 ? "A (A [A])" : "A (R [R4])");
            }
        } finally {
            senders.shutdownNow();
        }
    }

    private static Arguments fault(String name, String verdict, UnaryOperator<String> breakIt) {
        return arguments(name, verdict, breakIt);
    }

    private static String otherDelimiters(String file) {
        return file.replace("\n", "").replace('*', '|').replace(':', '>').replace('^', '!').replace('~', '\n');
    }

    private static String nested(String file) {
        int half = file.indexOf("LX*2~");
        return file.substring(0, half) + file + file.substring(half);
    }

    private static String groupInGroup(String file) {
        int group = file.indexOf("GS*");
        int set = file.indexOf("ST*");
        return file.substring(0, set) + file.substring(group);
    }

    private static JsonObject validated(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    /** Such as {@code A (R5 [A] [R4])}: TA1 code and notes, in brackets each group and each set of it. */
    private static String verdict(JsonObject file) {
        StringBuilder text = new StringBuilder();
        for (Object each : file.getJsonObject("summary").getJsonArray("interchanges")) {
            JsonObject interchange = (JsonObject) each;
            text.append(' ').append(interchange.getString("ta1Code")).append(String.join(",", interchange.getJsonArray("notes")
                    .stream().map(note -> ((JsonObject) note).getString("code")).toList()));
            for (Object group : interchange.getJsonArray("groups")) {
                text.append(" (").append(codes((JsonObject) group));
                for (Object set : ((JsonObject) group).getJsonArray("sets")) {
                    text.append(" [").append(codes((JsonObject) set)).append(']');
                }
                text.append(')');
            }
        }
        return text.substring(1);
    }

    private static String codes(JsonObject verdict) {
        JsonArray codes = verdict.getJsonArray("codes");
        return verdict.getString("code") + String.join(",", codes.stream().map(Object::toString).toList());
    }
}
