package io.huiyin.followup.task;

import io.huiyin.followup.customer.CustomerEntry;
import io.huiyin.followup.customer.PastComplaint;
import io.huiyin.followup.customer.rules.CustomerRecognition;
import io.huiyin.followup.task.Preparation.EarlierContact;
import io.huiyin.followup.task.Preparation.PastCase;
import io.huiyin.followup.task.rules.ChannelPriority;
import io.huiyin.followup.task.views.chain.ChainContactEntry;
import io.huiyin.followup.task.views.chain.FollowUpChainRow.Said;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts together what an agent looks at before he contacts a customer, from the views of customers and chains. */
@ApplicationScoped
public class Preparations {

    private static final int SHOWN = 10;

    private final PoliciesInForce policies;

    Preparations(PoliciesInForce policies) {
        this.policies = policies;
    }

    /** The task with its preparation pack. */
    public Uni<FollowUpAnswer> prepared(FollowUpAnswer task) {
        return Panache.withSession(() -> pack(task)).map(task::prepared);
    }

    private Uni<Preparation> pack(FollowUpAnswer task) {
        return customer(task).flatMap(customer -> {
            String key = customer == null ? null : customer.customerKey;
            return complaints(key, task.complaintId())
                    .flatMap(complaints -> earlier(task)
                            .map(contacts -> new Preparation(
                                    key,
                                    customer == null ? 0 : customer.complaintCount,
                                    customer == null ? 0 : customer.openCount,
                                    complaints.stream().map(Preparations::past).toList(),
                                    contacts.stream().map(Preparations::earlier).toList(),
                                    ChannelPriority.order(lastAnsweredBy(contacts), policies.values()))));
        });
    }

    /** Whose the complaint is says the customers' view; while it lags, his contacts do. */
    private static Uni<@Nullable CustomerEntry> customer(FollowUpAnswer task) {
        return PastComplaint.<PastComplaint>findById(task.complaintId()).flatMap(complaint -> {
            String key = complaint == null ? recognised(task.customer()) : complaint.customerKey;
            return key == null
                    ? Uni.createFrom().nullItem()
                    : CustomerEntry.<CustomerEntry>findById(key).map(customer -> customer);
        });
    }

    private static @Nullable String recognised(FollowUpAnswer.@Nullable CustomerAnswer customer) {
        return customer == null
                ? null
                : CustomerRecognition.key(customer.id(), false, customer.phone(), customer.email());
    }

    private static Uni<List<PastComplaint>> complaints(@Nullable String key, UUID but) {
        return key == null
                ? Uni.createFrom().item(List.of())
                : PastComplaint.<PastComplaint>find(
                                "customerKey = ?1 and complaintId <> ?2 order by receivedAt desc, complaintId desc",
                                key,
                                but)
                        .page(0, SHOWN)
                        .list();
    }

    private static Uni<List<ChainContactEntry>> earlier(FollowUpAnswer task) {
        return task.contact() == 1
                ? Uni.createFrom().item(List.of())
                : ChainContactEntry.list(
                        "chainId = ?1 and contact < ?2 and id <> ?3 order by contact, plannedAt, id",
                        task.chainId(),
                        task.contact(),
                        task.id());
    }

    private static @Nullable String lastAnsweredBy(List<ChainContactEntry> contacts) {
        return contacts.reversed().stream()
                .map(ChainContactEntry::said)
                .filter(Objects::nonNull)
                .map(Said::channel)
                .findFirst()
                .orElse(null);
    }

    private static PastCase past(PastComplaint complaint) {
        return new PastCase(
                complaint.complaintId,
                complaint.number,
                complaint.receivedAt,
                complaint.status,
                complaint.product,
                complaint.model,
                complaint.issue,
                complaint.severity);
    }

    private static EarlierContact earlier(ChainContactEntry contact) {
        return new EarlierContact(contact.id, contact.contact, contact.status, contact.complaintId, contact.said());
    }
}
