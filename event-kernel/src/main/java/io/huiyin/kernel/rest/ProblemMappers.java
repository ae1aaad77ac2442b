package io.huiyin.kernel.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.huiyin.kernel.command.CommandProblem;
import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.decide.Refusal;
import io.huiyin.kernel.decide.Refused;
import io.huiyin.kernel.store.AppendConflict;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one place where a failure becomes an answer. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String PROBLEM_JSON = "application/problem+json";

    @ServerExceptionMapper
    public RestResponse<Problem> refused(Refused failure, HttpHeaders headers, UriInfo uri) {
        Refusal refusal = failure.refusal();
        boolean chinese = Languages.chinese(headers);
        Problem problem = new Problem(
                "/problems/" + refusal.slug(),
                chinese ? refusal.chinese() : refusal.english(),
                409,
                failure.detail(),
                uri.getRequestUri().getPath(),
                RequestIds.traceId(headers),
                refusal.rule(),
                failure.faults().isEmpty() ? null : failure.faults());
        return answer(problem).build();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> invalid(InvalidInput failure, HttpHeaders headers, UriInfo uri) {
        return of(ProblemText.INVALID_REQUEST, null, failure.faults(), headers, uri)
                .build();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> invalid(ConstraintViolationException failure, HttpHeaders headers, UriInfo uri) {
        List<FieldFault> faults = new ArrayList<>();
        for (ConstraintViolation<?> violation : failure.getConstraintViolations()) {
            faults.add(new FieldFault(pointer(violation.getPropertyPath()), violation.getMessage()));
        }
        faults.sort(Comparator.comparing(FieldFault::pointer));
        return of(ProblemText.INVALID_REQUEST, null, faults, headers, uri).build();
    }

    /** The path below the method and its parameter, as a JSON pointer. */
    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            switch (node.getKind()) {
                case PROPERTY, CONTAINER_ELEMENT, BEAN -> {
                    if (node.isInIterable() && node.getIndex() != null) {
                        pointer.append('/').append(node.getIndex());
                    }
                    // An element of a list is called "<list element>": its index says it all.
                    if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                        pointer.append('/').append(node.getName());
                    }
                }
                case METHOD, PARAMETER, CONSTRUCTOR, CROSS_PARAMETER, RETURN_VALUE -> {
                    // not part of the body
                }
            }
        }
        return pointer.isEmpty() ? "/" : pointer.toString();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> invalid(JsonProcessingException failure, HttpHeaders headers, UriInfo uri) {
        List<FieldFault> faults = List.of(StrictJsonReader.fault(failure));
        return of(ProblemText.INVALID_REQUEST, null, faults, headers, uri).build();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> problem(CommandProblem failure, HttpHeaders headers, UriInfo uri) {
        return switch (failure) {
            case CommandProblem.NotFound e ->
                of(ProblemText.NOT_FOUND, e.aggregate(), e.getMessage(), List.of(), headers, uri)
                        .build();
            case CommandProblem.Stale e ->
                of(ProblemText.STALE, e.getMessage(), List.of(), headers, uri)
                        .header(HttpHeaders.ETAG, "\"" + e.current() + "\"")
                        .build();
            case CommandProblem.KeyReused e ->
                of(ProblemText.KEY_REUSED, e.getMessage(), List.of(), headers, uri)
                        .build();
            case CommandProblem.AlreadyFiled e ->
                of(ProblemText.ALREADY_FILED, e.aggregate(), e.location(), List.of(), headers, uri)
                        .header(HttpHeaders.LOCATION, e.location())
                        .header("Link", "<" + e.location() + ">; rel=\"existing\"")
                        .build();
            case CommandProblem.Busy e -> unavailable(e.getMessage(), headers, uri);
            default -> unexpected(failure, headers, uri);
        };
    }

    @ServerExceptionMapper
    public RestResponse<Problem> unauthenticated(UnauthorizedException failure, HttpHeaders headers, UriInfo uri) {
        return unauthenticated(headers, uri);
    }

    @ServerExceptionMapper
    public RestResponse<Problem> unauthenticated(
            AuthenticationFailedException failure, HttpHeaders headers, UriInfo uri) {
        return unauthenticated(headers, uri);
    }

    private RestResponse<Problem> unauthenticated(HttpHeaders headers, UriInfo uri) {
        return of(ProblemText.UNAUTHENTICATED, null, List.of(), headers, uri)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> forbidden(ForbiddenException failure, HttpHeaders headers, UriInfo uri) {
        return of(ProblemText.FORBIDDEN, null, List.of(), headers, uri).build();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> web(WebApplicationException failure, HttpHeaders headers, UriInfo uri) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidInput invalid) {
                return invalid(invalid, headers, uri);
            }
            if (cause instanceof JsonProcessingException json) {
                return invalid(json, headers, uri);
            }
        }
        int status = failure.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(failure, headers, uri);
        }
        return of(ProblemText.of(status), null, List.of(), headers, uri).build();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> other(Throwable failure, HttpHeaders headers, UriInfo uri) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isUnavailability(cause)) {
                LOG.debugf("unavailable: %s", cause);
                return unavailable(null, headers, uri);
            }
        }
        return unexpected(failure, headers, uri);
    }

    private static boolean isUnavailability(Throwable failure) {
        return switch (failure) {
            case PgException pg -> isPassing(pg.getSqlState());
            // What entities are read with tells PostgreSQL's state in words of its own.
            case SQLException sql -> isPassing(sql.getSQLState());
            case AppendConflict lost -> true;
            case ClosedConnectionException closed -> true;
            case ConnectException refused -> true;
            case TimeoutException timeout -> true;
            case IOException io -> true;
            // What the pool says of connections that were lost or could not be had.
            default -> failure.getClass().getName().startsWith("io.vertx.core.impl.NoStackTrace");
        };
    }

    /** No connection, no room, shut down, rolled back for another one's sake, a lock that was not to be had. */
    private static boolean isPassing(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || state.startsWith("40")
                        || state.equals("55P03"));
    }

    private RestResponse<Problem> unavailable(@Nullable String detail, HttpHeaders headers, UriInfo uri) {
        return of(ProblemText.UNAVAILABLE, detail, List.of(), headers, uri)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .build();
    }

    private RestResponse<Problem> unexpected(Throwable failure, HttpHeaders headers, UriInfo uri) {
        LOG.errorf(failure, "request %s failed", RequestIds.traceId(headers));
        return of(ProblemText.FAILED, null, List.of(), headers, uri).build();
    }

    private static RestResponse.ResponseBuilder<Problem> of(
            ProblemText text, @Nullable String detail, List<FieldFault> faults, HttpHeaders headers, UriInfo uri) {
        return of(text, null, detail, faults, headers, uri);
    }

    private static RestResponse.ResponseBuilder<Problem> of(
            ProblemText text,
            @Nullable String aggregate,
            @Nullable String detail,
            List<FieldFault> faults,
            HttpHeaders headers,
            UriInfo uri) {
        return answer(new Problem(
                "/problems/" + (aggregate == null ? "" : aggregate + "-") + text.slug(),
                text.title(Languages.chinese(headers)),
                text.status(),
                detail,
                uri.getRequestUri().getPath(),
                RequestIds.traceId(headers),
                null,
                faults.isEmpty() ? null : faults));
    }

    private static RestResponse.ResponseBuilder<Problem> answer(Problem problem) {
        return RestResponse.ResponseBuilder.<Problem>create(problem.status())
                .entity(problem)
                .header(HttpHeaders.CONTENT_TYPE, PROBLEM_JSON);
    }
}
