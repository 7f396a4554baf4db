package dev.claimgate.console;

import dev.claimgate.web.Problem;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.validation.ValidatorException;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong on a route into one problem, once. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final List<HttpMethod> METHODS = List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT,
            HttpMethod.PATCH, HttpMethod.DELETE);

    private Failures() {
    }

    static void handleOn(Router router, OpenAPIContract contract) {
        router.errorHandler(404, context -> send(context, Problem.of(404,
                "path: nothing is served here, must be one of those in openapi.yaml (GET /openapi.yaml)")));
        router.errorHandler(405, context -> methodNotAllowed(context, contract));
        router.errorHandler(400, context -> send(context, Problem.of(400, badRequest(context.failure()))));
        router.errorHandler(413, context -> send(context, Problem.of(413,
                "body: is too long, must be at most http.checkBytesMax bytes")));
        router.errorHandler(500, context -> ours(context, context.failure()));
    }

    /** What is not even HTTP, or longer than its head may be. Vert.x would answer without a body. */
    static void malformed(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        Problem problem = cause instanceof TooLongHttpLineException
                ? new Problem(414, "URI too long", "request line: is too long, must be at most "
                        + HttpServerOptions.DEFAULT_MAX_INITIAL_LINE_LENGTH + " bytes")
                : cause instanceof TooLongHttpHeaderException
                ? new Problem(431, "Header fields too large", "header: is too long, must be at most "
                        + HttpServerOptions.DEFAULT_MAX_HEADER_SIZE + " bytes in all")
                : Problem.of(400, "request: is not HTTP/1.1 as RFC 9112 has it");
        request.response().putHeader("Connection", "close");
        problem.send(request.response()).onComplete(sent -> request.connection().close());
    }

    private static void methodNotAllowed(RoutingContext context, OpenAPIContract contract) {
        String path = context.normalizedPath().replaceFirst("(?<=.)/$", "");
        String served = METHODS.stream().filter(method -> contract.findOperation(path, method) != null)
                .map(HttpMethod::name).collect(Collectors.joining(", "));
        // The contract does not name the path at which it is served itself.
        String allowed = served.isEmpty() ? HttpMethod.GET.name() : served;
        context.response().putHeader("Allow", allowed);
        send(context, Problem.of(405, "method: " + context.request().method() + " is not served on this path, must be "
                + allowed));
    }

    private static String badRequest(Throwable failure) {
        boolean said = failure instanceof HttpException http && http.getCause() instanceof ValidatorException;
        return said ? "request: " + ((HttpException) failure).getPayload() + " See GET /openapi.yaml."
                : "request: cannot be read, must be as GET /openapi.yaml says";
    }

    /** A read failed: mostly the database does not answer; then nothing is lost, and the caller may ask again. */
    static void reading(RoutingContext context, Throwable failure) {
        if (context.response().headWritten()) {
            LOG.warn("{}: broke off while answering: {}", operation(context), kind(failure));
        } else if (isOurs(failure)) {
            ours(context, failure);
        } else {
            LOG.warn("{}: the database does not answer: {}", operation(context), kind(failure));
            context.response().putHeader("Retry-After", "5");
            send(context, Problem.of(503, "database: does not answer now; nothing is lost, ask again in a few seconds"));
        }
    }

    private static void ours(RoutingContext context, Throwable failure) {
        LOG.error("{}: an error of our own", operation(context), new Unquoted(failure));
        send(context, Problem.of(500, "gateway: an error of our own, it is in the log; your request may be right"));
    }

    /** What Vert.x and the database report is not; they have classes of their own. */
    private static boolean isOurs(Throwable failure) {
        return failure instanceof RuntimeException && !(failure instanceof PgException)
                && !failure.getClass().getName().startsWith("io.vertx");
    }

    private static void send(RoutingContext context, Problem problem) {
        if (!context.response().headWritten()) {
            problem.send(context.response());
        }
    }

    /** The route's pattern, not the path: a query may hold a patient control number. */
    private static String operation(RoutingContext context) {
        String pattern = context.currentRoute() == null ? "" : " " + context.currentRoute().getPath();
        return context.request().method() + pattern;
    }

    /** Class and SQLSTATE; a database message may quote values. */
    private static String kind(Throwable failure) {
        String state = failure instanceof PgException pg ? " " + pg.getSqlState() : "";
        return failure.getClass().getSimpleName() + state;
    }
}
