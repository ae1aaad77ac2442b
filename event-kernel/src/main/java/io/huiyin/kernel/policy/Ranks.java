package io.huiyin.kernel.policy;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The classes of a profile with the rank each has in every profile: 1 minor, 2 ordinary, 3 major, 4 critical. RULEBOOK §11 no. 5.
 *
 * @param byName rank by class, the lowest first
 * @param subjects the classes a kind of subject has, where it does not have all
 */
public record Ranks(Map<String, Integer> byName, Map<String, List<String>> subjects) implements PolicyValue {

    private static final int HIGHEST = 4;

    public Ranks {
        Map<String, Integer> rising = new LinkedHashMap<>();
        byName.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(each -> rising.put(each.getKey(), each.getValue()));
        if (rising.isEmpty()
                || rising.values().stream().anyMatch(rank -> rank < 1 || rank > HIGHEST)
                || new HashSet<>(rising.values()).size() < rising.size()) {
            throw new IllegalArgumentException("classes must have ranks from 1 to 4, each another");
        }
        byName = Collections.unmodifiableMap(rising);
        Map<String, List<String>> fewer = new LinkedHashMap<>();
        subjects.forEach((subject, classes) -> {
            if (classes.isEmpty() || !rising.keySet().containsAll(classes)) {
                throw new IllegalArgumentException("the classes of a subject must be some of the others");
            }
            fewer.put(
                    subject,
                    classes.stream()
                            .distinct()
                            .sorted(Comparator.comparing(rising::get))
                            .toList());
        });
        subjects = Collections.unmodifiableMap(fewer);
    }

    /** All classes, the lowest first. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** The classes a kind of subject has, the lowest first. */
    public List<String> namesOf(String subject) {
        return subjects.getOrDefault(subject, names());
    }
}
