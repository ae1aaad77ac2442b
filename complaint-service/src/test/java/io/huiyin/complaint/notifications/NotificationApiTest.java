package io.huiyin.complaint.notifications;

import static io.huiyin.complaint.Http.as;
import static io.huiyin.complaint.Http.await;
import static io.huiyin.complaint.Http.file;
import static io.huiyin.complaint.Http.filing;
import static io.huiyin.complaint.Http.freshSystem;
import static io.huiyin.complaint.Http.give;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.huiyin.kernel.testing.EmbeddedStack;
import io.huiyin.kernel.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inboxes over HTTP, and read confirmations. */
@Tag("X-08")
@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class NotificationApiTest {

    private static final String INBOX = Notifications.PATH;

    /** A case that came in just now and was accepted for a handler, whom no other case has. */
    private record Assigned(String id, String handler, String position) {

        static Assigned fresh() {
            String handler = freshSystem("handler");
            String owner = Tokens.of("complaint-owner");
            String id = file(owner, filing(handler, "1", "receivedAt", "null")).path("id");
            Response accepted = give(owner, id, "accept", "{\"handler\":\"" + handler + "\"}");
            return new Assigned(id, handler, accepted.header("Event-Position"));
        }

        String token() {
            return Tokens.named(handler, "agent");
        }

        String told() {
            return id + ".2.1";
        }
    }

    /** The list once it has seen a position. */
    private static Response inbox(String token, String position, String... parameters) {
        Supplier<Response> asked = () -> {
            RequestSpecification request = as(token).header("If-Projection-At-Least", position);
            for (int i = 0; i < parameters.length; i += 2) {
                request.queryParam(parameters[i], parameters[i + 1]);
            }
            return request.get(INBOX);
        };
        await("the inbox", () -> asked.get().statusCode() != 503);
        Response answer = asked.get();
        answer.then().statusCode(200);
        return answer;
    }

    private static Response read(String token, String id) {
        return as(token).post(INBOX + "/" + id + "/read");
    }

    @Test
    @DisplayName("X-08: who was told reads it and says so, once")
    void whoWasToldReadsIt() {
        Assigned assigned = Assigned.fresh();
        inbox(assigned.token(), assigned.position(), "person", assigned.handler())
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(assigned.told()))
                .body("items[0].kind", equalTo("assignment"))
                .body("items[0].title", equalTo("complaint-accepted"))
                .body("items[0].recipient.person", equalTo(assigned.handler()))
                .body("items[0].recipient.role", nullValue())
                .body("items[0].complaintId", equalTo(assigned.id()))
                .body("items[0].complaintNumber", notNullValue())
                .body("items[0].unread", equalTo(true))
                .body("items[0].readBy", empty());

        Response first = read(assigned.token(), assigned.told());
        first.then()
                .statusCode(200)
                .body("id", equalTo(assigned.told()))
                .body("readBy.person", contains(assigned.handler()));
        Response again = read(assigned.token(), assigned.told());
        again.then()
                .statusCode(200)
                .header("ETag", equalTo(first.header("ETag")))
                .body("readBy", equalTo(first.path("readBy")));

        String position = first.header("Event-Position");
        inbox(assigned.token(), position, "person", assigned.handler(), "unread", "true")
                .then()
                .body("items", empty());
        inbox(assigned.token(), position, "person", assigned.handler(), "unread", "false")
                .then()
                .body("items.id", contains(assigned.told()))
                .body("items[0].unread", equalTo(false))
                .body("items[0].readBy.person", contains(assigned.handler()))
                .body("items[0].readBy[0].at", equalTo(first.path("readBy[0].at")));
    }

    @Test
    @DisplayName("X-08: what a role is told each of its people reads for himself")
    void whatARoleIsTold() {
        Assigned assigned = Assigned.fresh();
        String one = freshSystem("owner");
        String other = freshSystem("owner");
        String told = assigned.id() + ".1.1";
        Response confirmed = read(Tokens.named(one, "complaint-owner"), told);
        confirmed.then().statusCode(200);
        String position = confirmed.header("Event-Position");

        String[] ofCase = {"complaintId", assigned.id(), "kind", "new-case", "unread", "true"};
        inbox(Tokens.named(one, "complaint-owner"), position, ofCase).then().body("items", empty());
        inbox(Tokens.named(other, "complaint-owner"), assigned.position(), ofCase)
                .then()
                .body("items.id", contains(told))
                .body("items[0].recipient.role", equalTo("complaint-owner"))
                .body("items[0].readBy.person", contains(one))
                .body("items[0].unread", equalTo(true));
        read(Tokens.named(other, "complaint-owner"), told)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("readBy.person", contains(one, other));
    }

    @Test
    @DisplayName("X-08: a person's inbox is his own")
    void aPersonsInboxIsHisOwn() {
        Assigned assigned = Assigned.fresh();
        String stranger = Tokens.named(freshSystem("stranger"), "technician");
        inbox(stranger, assigned.position(), "complaintId", assigned.id())
                .then()
                .body("items", empty());
        as(stranger).queryParam("person", assigned.handler()).get(INBOX).then().statusCode(403);
        as(stranger).queryParam("role", "complaint-owner").get(INBOX).then().statusCode(403);
        as(stranger).queryParam("department", "quality").get(INBOX).then().statusCode(403);
        read(stranger, assigned.told()).then().statusCode(403);

        inbox(Tokens.of("auditor"), assigned.position(), "person", assigned.handler())
                .then()
                .body("items.id", contains(assigned.told()))
                .body("items[0].unread", equalTo(true));
        read(Tokens.of("auditor"), assigned.told()).then().statusCode(403);
        read(Tokens.of("admin"), assigned.told()).then().statusCode(403);
        RestAssured.given().get(INBOX).then().statusCode(401);
    }

    @Test
    @DisplayName("X-08: an auditor sees of a role's inbox what nobody has read")
    void whatNobodyHasRead() {
        Assigned assigned = Assigned.fresh();
        String[] ofCase = {"role", "complaint-owner", "complaintId", assigned.id(), "unread", "true"};
        inbox(Tokens.of("auditor"), assigned.position(), ofCase).then().body("items", hasSize(1));
        Response confirmed = read(Tokens.of("complaint-owner"), assigned.id() + ".1.1");
        inbox(Tokens.of("auditor"), confirmed.header("Event-Position"), ofCase)
                .then()
                .body("items", empty());
    }

    @Test
    void theNewestComesFirstPageByPage() {
        Assigned assigned = Assigned.fresh();
        String both = Tokens.named(assigned.handler(), "complaint-owner");
        Response first = inbox(both, assigned.position(), "complaintId", assigned.id(), "limit", "1");
        first.then().body("items.id", contains(assigned.told())).body("next", notNullValue());
        String next = first.path("next");
        inbox(both, assigned.position(), "complaintId", assigned.id(), "limit", "1", "after", next)
                .then()
                .body("items.id", contains(assigned.id() + ".1.1"))
                .body("next", nullValue());
    }

    @Test
    void whatWasNotToldIsNotFound() {
        Assigned assigned = Assigned.fresh();
        for (String unknown : new String[] {
            "x",
            assigned.id(),
            assigned.id() + ".2.2",
            assigned.id() + ".3.1",
            "0198f0a0-7c1e-7000-8000-00000000dead.1.1"
        }) {
            read(assigned.token(), unknown)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/notification-not-found"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read=true",
                "unread=yes",
                "kind=gossip",
                "complaintId=x",
                "limit=0",
                "after=x",
                "role=agent&person=agent"
            })
    void whatCannotBeAskedIsSaid(String query) {
        as(Tokens.of("agent")).get(INBOX + "?" + query).then().statusCode(400);
    }
}
