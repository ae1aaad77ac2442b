package io.huiyin.nonconformity.policies;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.reaction.Policy;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.nonconformity.Nonconformities;
import io.huiyin.nonconformity.Nonconformity;
import io.huiyin.nonconformity.NonconformityCommand;
import io.huiyin.nonconformity.NonconformityCommand.OpenForComplaint;
import io.huiyin.nonconformity.NonconformityEvent;
import io.huiyin.nonconformity.Product;
import io.huiyin.nonconformity.incoming.complaint.LiabilityFact;
import io.huiyin.nonconformity.incoming.complaint.LiabilityFact.LiabilityDetermined;
import io.huiyin.nonconformity.rules.ComplaintBorn;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer complained about and we answer for is controlled like any other nonconformity (CMP-37). One complaint has at most
 * one: a later determination meets the same and links to it, wherever it stands.
 */
@Singleton
public class WhenOwnQualityIsLiableThenOpenANonconformity
        extends Policy<NonconformityCommand, Nonconformity, NonconformityEvent> {

    static final String NAME = "when-own-quality-is-liable-then-open-a-nonconformity";

    private static final EventNames<LiabilityFact> FACTS = EventNames.of(LiabilityFact.class);

    private final Nonconformities nonconformities;

    WhenOwnQualityIsLiableThenOpenANonconformity(Nonconformities nonconformities, EventStore store) {
        super(NAME, Set.of("complaint-events"), nonconformities.handler(), Nonconformities.DECIDER, store);
        this.nonconformities = nonconformities;
    }

    @Override
    public boolean takes(String eventName) {
        return FACTS.classOf(eventName) != null;
    }

    @Override
    protected List<Sent<NonconformityCommand>> react(EventEnvelope event) {
        return switch (FACTS.read(event.name(), event.version(), event.data())) {
            case LiabilityDetermined fact
            when isRaised(fact) -> {
                Append.Series series = nonconformities.series();
                yield List.of(new Sent<>(stream(event.subject()), command(series.placeholder(), fact, event), series));
            }
            case LiabilityDetermined fact -> List.of();
            case null -> List.of();
        };
    }

    static boolean isRaised(LiabilityDetermined fact) {
        return ComplaintBorn.isRaised(fact.nonconformityRequested(), fact.party(), fact.cause());
    }

    /** The nonconformity of a complaint. */
    static UUID stream(UUID complaintId) {
        return Ids.derived("nonconformity", complaintId);
    }

    static NonconformityCommand command(String number, LiabilityDetermined fact, EventEnvelope event) {
        Integer round = fact.round();
        String reason = first(fact.reason(), "-");
        return new OpenForComplaint(
                number,
                ComplaintBorn.filing(product(fact.product()), first(fact.description(), fact.issue(), reason)),
                event.subject(),
                fact.number(),
                round == null ? 1 : round,
                reason,
                event.actor().id());
    }

    private static String first(@Nullable String... texts) {
        return Stream.of(texts)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse("-");
    }

    private static @Nullable Product product(LiabilityFact.@Nullable Product said) {
        if (said == null) {
            return null;
        }
        String serial = said.serialNumber();
        Integer quantity = said.quantity();
        return new Product(
                said.name(),
                said.model(),
                said.lot(),
                serial == null || serial.isBlank() ? List.of() : List.of(serial),
                quantity == null || quantity < 1 ? null : quantity);
    }
}
