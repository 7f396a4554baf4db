package dev.claimgate.payer;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers as a step of a fault script says. */
final class FaultAnswer {
    private static final String GARBAGE = "<html><body>Welcome to our portal</body></html>";
    private static final Pattern TA1 = Pattern.compile("(?s)^(.*?TA1\\*)([0-9]{9})(.*?IEA\\*[^~]*~).*$");
    private static final int NUMBER_MAX = 999_999_999;

    private FaultAnswer() {
    }

    /** @param answer what would be right */
    static void send(RoutingContext call, FaultScript.Step step, Buffer answer) {
        HttpServerResponse response = call.response();
        switch (step.fault()) {
            case ERROR -> response.setStatusCode(500).end();
            case BUSY -> response.setStatusCode(429)
                    .putHeader("Retry-After", Long.toString(step.retryAfter().toSeconds())).end();
            case SILENCE -> { }
            case GARBAGE -> response.putHeader("Content-Type", "text/html").end(GARBAGE);
            case CUT -> response.putHeader("Content-Length", Integer.toString(answer.length() + 1))
                    .write(answer.slice(0, answer.length() / 2)).onComplete(written -> call.request().connection().close());
            case CLAIMS_FIRST -> response.setStatusCode(202).end();
            case WRONG_TA1 -> x12(response, wrongTa1(answer));
            case REPLY_TWICE -> x12(response, answer);
        }
    }

    private static void x12(HttpServerResponse response, Buffer answer) {
        response.putHeader("Content-Type", HttpPayerConnector.MEDIA_TYPE).end(answer);
    }

    /** The interchange with the TA1 alone, naming another control number. */
    private static Buffer wrongTa1(Buffer answer) {
        Matcher matcher = TA1.matcher(answer.toString(StandardCharsets.ISO_8859_1));
        if (!matcher.matches()) {
            return answer;
        }
        String other = String.format("%09d", NUMBER_MAX - Integer.parseInt(matcher.group(2)));
        return Buffer.buffer(matcher.group(1) + other + matcher.group(3), "ISO-8859-1");
    }
}
