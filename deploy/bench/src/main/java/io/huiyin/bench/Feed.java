package io.huiyin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All events of all services, as they publish them over HTTP. */
final class Feed {

    /** One event; {@code name} is its type without product prefix and version. */
    record Event(
            Service service,
            String id,
            String name,
            String subject,
            String correlation,
            @Nullable String causation,
            String actor,
            JsonNode data) {

        private static Event of(Service service, JsonNode node) {
            JsonNode causation = node.path("causationid");
            return new Event(
                    service,
                    node.path("id").asText(),
                    node.path("type").asText().replaceAll("^huiyin\\.|\\.v\\d+$", ""),
                    node.path("subject").asText(),
                    node.path("correlationid").asText(),
                    causation.isTextual() ? causation.asText() : null,
                    node.path("actor").asText(),
                    node.path("data"));
        }

        @Override
        public String toString() {
            return name + " " + id + " of " + subject;
        }
    }

    private final Map<String, Event> events;

    private Feed(Map<String, Event> events) {
        this.events = events;
    }

    static Feed read(Client client) {
        Map<String, Event> events = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            for (JsonNode node : client.all(Staff.AUDITOR, service, "/v1/events")) {
                Event event = Event.of(service, node);
                if (events.put(event.id(), event) != null) {
                    throw new Unexpected(event + " stands in the feed twice");
                }
            }
        }
        return new Feed(events);
    }

    Stream<Event> events() {
        return events.values().stream();
    }

    List<Event> of(String subject) {
        return events().filter(event -> event.subject().equals(subject)).toList();
    }

    /** The only event of that name that happened to it. */
    Event only(String subject, String name) {
        List<Event> found =
                of(subject).stream().filter(event -> event.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new Unexpected(found.size() + " times " + name + " of " + subject + " instead of once");
        }
        return found.getFirst();
    }

    /** What an event came of: its cause, the cause of that, and so on. */
    List<Event> causes(Event event) {
        List<Event> causes = new ArrayList<>();
        for (Event cause = cause(event); cause != null; cause = cause(cause)) {
            causes.add(cause);
        }
        return causes;
    }

    private @Nullable Event cause(Event event) {
        return event.causation() == null ? null : events.get(event.causation());
    }

    /** What is wrong with causes and correlations: nothing, hopefully. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Event event : events.values()) {
            String causation = event.causation();
            if (causation == null) {
                continue;
            }
            Event cause = events.get(causation);
            if (cause == null) {
                faults.add(event + " names a cause that is in no feed: " + causation);
            } else if (!cause.correlation().equals(event.correlation())) {
                faults.add(event + " does not carry the correlation of its cause " + cause);
            } else if (!Client.isRequestOfOurs(event.correlation())) {
                faults.add(event + " does not carry the correlation of a request");
            }
        }
        return faults;
    }
}
