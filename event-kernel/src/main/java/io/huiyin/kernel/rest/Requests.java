package io.huiyin.kernel.rest;

import io.huiyin.kernel.command.CommandRequest;
import io.huiyin.kernel.command.Fingerprint;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers of this request, read as a command needs them. */
@RequestScoped
public class Requests {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern ETAG = Pattern.compile("\"([0-9]{1,9})\"");

    private final Caller caller;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final Request request;

    Requests(Caller caller, @Context HttpHeaders headers, @Context UriInfo uri, @Context Request request) {
        this.caller = caller;
        this.headers = headers;
        this.uri = uri;
        this.request = request;
    }

    public Actor actor() {
        return caller.actor();
    }

    public boolean chinese() {
        return Languages.chinese(headers);
    }

    /** What surrounds a command with this body. */
    public CommandRequest of(Object body) {
        return withFingerprint(Fingerprint.of(EventJson.write(body)));
    }

    /** What surrounds a command whose content has this digest. */
    public CommandRequest withFingerprint(String content) {
        String traceparent = headers.getHeaderString("traceparent");
        return new CommandRequest(
                actor(),
                key(),
                Fingerprint.of(request.getMethod(), uri.getPath(), content),
                expectedVersion(),
                String.valueOf(headers.getHeaderString(RequestIds.HEADER)),
                traceparent != null && traceparent.length() == 55 ? traceparent : null);
    }

    private @Nullable String key() {
        String key = headers.getHeaderString("Idempotency-Key");
        if (key != null && !KEY.matcher(key).matches()) {
            throw new InvalidInput("/Idempotency-Key", "must be 1 to 200 printable ASCII characters");
        }
        return key;
    }

    private @Nullable Integer expectedVersion() {
        String ifMatch = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        Matcher tag = ETAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw new InvalidInput("/If-Match", "must be an ETag as it was answered, such as \"3\"");
        }
        return Integer.valueOf(tag.group(1));
    }
}
