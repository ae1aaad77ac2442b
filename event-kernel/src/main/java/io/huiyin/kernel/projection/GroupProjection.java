package io.huiyin.kernel.projection;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A view of groups, with one row each that sums up its members. An event changes one member, an aggregate; the member names the
 * groups it stands in and may leave them again. Members have a table of their own: what a member was before a batch tells what to
 * take off, so the sums stay exact however the batches fall and in whatever order the aggregates arrive.
 *
 * @param <M> the member's row; its first component is the aggregate's id
 * @param <G> the group's row; its first component is a text called {@code key}
 * @param <E> the events it takes, a sealed family of tolerant records
 */
public abstract class GroupProjection<M extends Record, G extends Record, E> implements Projection {

    private final String name;
    private final int revision;
    private final Set<String> topics;
    private final EventNames<E> names;
    private final MemberTable<M> members;
    private final RowTable<G> groups;

    /**
     * Where members are kept.
     *
     * @param rows the table
     * @param id its key column
     * @param time the column that orders the members of a group
     * @param groups the columns that hold the keys of a member's groups; each wants an index (it, time, id)
     */
    public record MemberTable<M extends Record>(RowTable<M> rows, String id, String time, List<String> groups) {
        public MemberTable {
            groups = List.copyOf(groups);
        }
    }

    /**
     * A view of groups.
     *
     * @param revision a higher number rebuilds the view at the next start
     */
    protected GroupProjection(
            String name,
            int revision,
            Set<String> topics,
            Class<E> events,
            MemberTable<M> members,
            RowTable<G> groups) {
        this.name = name;
        this.revision = revision;
        this.topics = Set.copyOf(topics);
        this.names = EventNames.of(events);
        this.members = members;
        this.groups = groups;
    }

    /** The member after one more event; null while there is none. */
    protected abstract @Nullable M apply(@Nullable M member, E event, EventEnvelope about);

    /** The keys of the groups a member stands in. */
    protected abstract Set<String> groups(M member);

    /** A member's place in its groups; equal ones are ordered by id. */
    protected abstract Instant time(M member);

    /**
     * The group's sums after one of its members changed.
     *
     * @param before the member as it stood in the group; null when it joins
     * @param after the member as it stands in the group; null when it leaves
     * @return null when nobody is left
     */
    protected abstract @Nullable G count(String key, @Nullable G group, @Nullable M before, @Nullable M after);

    /** The group with what it takes from its first and its last member. */
    protected abstract G span(G group, M first, M last);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int revision() {
        return revision;
    }

    @Override
    public final Set<String> topics() {
        return topics;
    }

    @Override
    public final List<String> tables() {
        return List.of(members.rows().table(), groups.table());
    }

    @Override
    public final boolean takes(String eventName) {
        return names.classOf(eventName) != null;
    }

    private record Taken<E>(E event, EventEnvelope about) {
        UUID subject() {
            return about.subject();
        }

        boolean isFirst() {
            return about.sequence() == 1;
        }
    }

    @Override
    public final boolean preparesAhead() {
        return true;
    }

    @Override
    public final Work prepare(List<EventEnvelope> events) {
        List<Taken<E>> taken = read(events);
        return transaction -> take(taken, new Sql(transaction));
    }

    /** Folds events in memory as one batch, without a database: for tests. */
    public final Map<String, G> fold(List<EventEnvelope> events) {
        return foldBatches(List.of(events));
    }

    /** Folds batches in memory, without a database: for tests. */
    public final Map<String, G> foldBatches(List<List<EventEnvelope>> batches) {
        Memory memory = new Memory();
        batches.forEach(batch -> take(read(batch), memory));
        return memory.groupsByKey;
    }

    private List<Taken<E>> read(List<EventEnvelope> events) {
        List<Taken<E>> taken = new ArrayList<>(events.size());
        for (EventEnvelope envelope : events) {
            E event = names.read(envelope.name(), envelope.version(), envelope.data());
            if (event != null) {
                taken.add(new Taken<>(event, envelope));
            }
        }
        return taken;
    }

    private void take(List<Taken<E>> taken, Tables tables) {
        if (taken.isEmpty()) {
            return;
        }
        Set<UUID> known = taken.stream().map(Taken::subject).collect(Collectors.toSet());
        // What begins here was no member before: there is nothing to look for.
        taken.stream().filter(Taken::isFirst).map(Taken::subject).forEach(known::remove);
        Map<Object, M> before = known.isEmpty() ? Map.of() : tables.members(known);
        Map<Object, M> after = new LinkedHashMap<>();
        for (Taken<E> one : taken) {
            M latest = after.containsKey(one.subject()) ? after.get(one.subject()) : before.get(one.subject());
            M next = apply(latest, one.event(), one.about());
            if (next != null) {
                after.put(one.subject(), next);
            }
        }
        after.entrySet().removeIf(changed -> changed.getValue().equals(before.get(changed.getKey())));
        Set<String> touched = new TreeSet<>();
        after.forEach((id, member) -> {
            touched.addAll(groups(member));
            touched.addAll(groupsOf(before.get(id)));
        });
        Supplier<Map<Object, G>> sums = touched.isEmpty() ? Map::of : tables.groups(touched);
        // Behind the question, so that members are written while the sums are counted.
        tables.saveMembers(after, before.keySet());
        if (!touched.isEmpty()) {
            sum(before, after, touched, sums.get(), tables);
        }
    }

    private void sum(
            Map<Object, M> before, Map<Object, M> after, Set<String> touched, Map<Object, G> sums, Tables tables) {
        Set<Object> present = Set.copyOf(sums.keySet());
        List<String> standing = touched.stream().filter(present::contains).toList();
        after.forEach((id, member) -> {
            M former = before.get(id);
            Set<String> left = groupsOf(former);
            Set<String> joined = groups(member);
            Set<String> either = new LinkedHashSet<>(left);
            either.addAll(joined);
            for (String key : either) {
                G sum = count(
                        key, sums.get(key), left.contains(key) ? former : null, joined.contains(key) ? member : null);
                if (sum == null) {
                    sums.remove(key);
                } else {
                    sums.put(key, sum);
                }
            }
        });
        // In groups that come to be with this batch stand its own members alone.
        Map<String, Ends<M>> ends = ends(after);
        if (!standing.isEmpty()) {
            ends.putAll(tables.ends(standing));
        }
        Map<String, G> kept = new LinkedHashMap<>();
        for (String key : touched) {
            G sum = sums.get(key);
            Ends<M> end = ends.get(key);
            if (sum != null && end != null) {
                kept.put(key, span(sum, end.first(), end.last()));
            }
        }
        tables.saveGroups(kept, present);
        tables.dropGroups(touched.stream().filter(key -> !kept.containsKey(key)).toList());
    }

    private Set<String> groupsOf(@Nullable M member) {
        return member == null ? Set.of() : groups(member);
    }

    /** The first and the last member of a group. */
    private record Ends<M>(M first, M last) {}

    /** Finds the ends of groups among members that hold them. */
    private Map<String, Ends<M>> ends(Map<?, M> candidates) {
        Comparator<Map.Entry<?, M>> order = Comparator.<Map.Entry<?, M>, Instant>comparing(
                        each -> time(each.getValue()))
                .thenComparing(each -> each.getKey().toString());
        BiFunction<Ends<M>, Ends<M>, Ends<M>> widen = (one, other) -> new Ends<>(one.first(), other.last());
        Map<String, Ends<M>> ends = new HashMap<>();
        candidates.entrySet().stream()
                .sorted(order)
                .forEach(each -> groups(each.getValue())
                        .forEach(key -> ends.merge(key, new Ends<>(each.getValue(), each.getValue()), widen)));
        return ends;
    }

    /** Both tables of one generation. */
    private abstract class Tables {

        abstract Map<Object, M> members(Collection<UUID> ids);

        abstract void saveMembers(Map<Object, M> changed, Set<?> present);

        abstract Supplier<Map<Object, G>> groups(Collection<String> keys);

        abstract Map<String, Ends<M>> ends(Collection<String> keys);

        abstract void saveGroups(Map<String, G> changed, Set<?> present);

        abstract void dropGroups(Collection<String> keys);
    }

    private final class Sql extends Tables {

        private final ViewTransaction transaction;

        Sql(ViewTransaction transaction) {
            this.transaction = transaction;
        }

        @Override
        Map<Object, M> members(Collection<UUID> ids) {
            return members.rows().loadBy(transaction, members.id(), ids, "true");
        }

        @Override
        void saveMembers(Map<Object, M> changed, Set<?> present) {
            members.rows().save(transaction, changed.values(), present);
        }

        @Override
        Supplier<Map<Object, G>> groups(Collection<String> keys) {
            return groups.ask(transaction, keys);
        }

        /** By index, one step from either end, however many members a group has. */
        @Override
        Map<String, Ends<M>> ends(Collection<String> keys) {
            String ends = members.groups().stream()
                    .flatMap(column -> Stream.of(end(column, "asc"), end(column, "desc")))
                    .collect(Collectors.joining(" union all "));
            return GroupProjection.this.ends(members.rows()
                    .loadWhere(
                            transaction,
                            "generation = $1 and " + members.id()
                                    + " = any(array(select e.id from unnest($2::text[]) as g(key) cross join lateral ("
                                    + ends + ") as e))",
                            Tuple.of(transaction.generation(), keys.toArray(String[]::new))));
        }

        private String end(String column, String direction) {
            return "(select %2$s as id from %1$s where generation = $1 and %4$s = g.key order by %3$s %5$s, %2$s %5$s limit 1)"
                    .formatted(members.rows().table(), members.id(), members.time(), column, direction);
        }

        @Override
        void saveGroups(Map<String, G> changed, Set<?> present) {
            groups.save(transaction, changed.values(), present);
        }

        @Override
        void dropGroups(Collection<String> keys) {
            if (!keys.isEmpty()) {
                transaction.send(
                        "delete from " + groups.table() + " where generation = $1 and key = any($2::text[])",
                        Tuple.of(transaction.generation(), keys.toArray(String[]::new)));
            }
        }
    }

    private final class Memory extends Tables {

        private final Map<Object, M> membersById = new LinkedHashMap<>();
        private final Map<String, G> groupsByKey = new TreeMap<>();

        @Override
        Map<Object, M> members(Collection<UUID> ids) {
            Map<Object, M> found = new HashMap<>(membersById);
            found.keySet().retainAll(ids);
            return found;
        }

        @Override
        void saveMembers(Map<Object, M> changed, Set<?> present) {
            membersById.putAll(changed);
        }

        @Override
        Supplier<Map<Object, G>> groups(Collection<String> keys) {
            Map<Object, G> found = new HashMap<>(groupsByKey);
            found.keySet().retainAll(keys);
            return () -> found;
        }

        @Override
        Map<String, Ends<M>> ends(Collection<String> keys) {
            return GroupProjection.this.ends(membersById);
        }

        @Override
        void saveGroups(Map<String, G> changed, Set<?> present) {
            groupsByKey.putAll(changed);
        }

        @Override
        void dropGroups(Collection<String> keys) {
            groupsByKey.keySet().removeAll(Set.copyOf(keys));
        }
    }
}
