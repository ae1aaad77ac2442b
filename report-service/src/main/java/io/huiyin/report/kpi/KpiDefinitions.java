package io.huiyin.report.kpi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.report.kpi.KpiDefinition.Text;
import io.huiyin.report.kpi.KpiDefinition.Unit;
import io.huiyin.report.rules.NoneAtAll;
import io.huiyin.report.rules.TargetMet;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The formula store: {@code kpis.yaml} says what each key figure means, the code named after it computes it (RPT-29). */
public final class KpiDefinitions {

    private static final String FILE = "kpis.yaml";

    private static final Map<String, KpiFormula> FORMULAS = Map.ofEntries(
            formula("K-01 v1", ServiceTimeliness::v1),
            formula("K-02 v1", UserSatisfaction::v1),
            formula("K-07 v1", FollowUpRate::v1),
            formula("K-08 v1", IssueHandlingRate::v1),
            formula("K-16 v1", ClosingPunctuality::v1),
            formula("K-18 v1", ComplaintCount::v1),
            formula("K-18 v2", ComplaintCount::v1),
            formula("K-27 v1", NonconformityCount::v1),
            formula("K-27-reinspection v1", ReinspectionPassRate::v1),
            formula("K-27-concession v1", ConcessionRate::v1),
            formula("K-33 v1", ActionEffectiveness::v1));

    private static final List<KpiDefinition> ALL = read();

    private KpiDefinitions() {}

    private static Map.Entry<String, KpiFormula> formula(String version, KpiFormula formula) {
        return Map.entry(version, formula);
    }

    /** Every version there ever was, in the order of the file. */
    public static List<KpiDefinition> all() {
        return ALL;
    }

    /** The newest version of each. */
    public static List<KpiDefinition> current() {
        Map<String, KpiDefinition> newest = new LinkedHashMap<>();
        ALL.forEach(
                each -> newest.merge(each.kpi(), each, (one, other) -> one.version() > other.version() ? one : other));
        return List.copyOf(newest.values());
    }

    /** Every key figure of a period against its target. */
    public static List<KpiValue> values(KpiFigures figures, PolicyValues policies) {
        return current().stream()
                .map(definition -> value(definition, formula(definition).of(figures), policies))
                .toList();
    }

    private static KpiValue value(KpiDefinition definition, Measure measure, PolicyValues policies) {
        String key = definition.target();
        PolicyValue.Target target = key == null ? null : target(definition.unit(), key, policies);
        return new KpiValue(
                definition.kpi(),
                definition.name(),
                definition.unit().wire(),
                definition.version(),
                measure.numerator(),
                measure.denominator(),
                measure.value(),
                key == null || target == null ? null : KpiValue.Target.of(target, policies.ref(key)),
                target == null ? null : met(measure, target));
    }

    private static PolicyValue.@Nullable Target target(Unit unit, String key, PolicyValues policies) {
        return switch (unit) {
            case PERCENT -> policies.target(key);
            case COUNT -> NoneAtAll.target(key, policies);
        };
    }

    private static @Nullable Boolean met(Measure measure, PolicyValue.Target target) {
        Long whole = measure.denominator();
        if (whole == null) {
            return NoneAtAll.isMet(measure.numerator());
        }
        return whole == 0 ? null : Boolean.valueOf(TargetMet.by(measure.numerator(), whole, target));
    }

    private static KpiFormula formula(KpiDefinition definition) {
        KpiFormula formula = FORMULAS.get(definition.kpi() + " v" + definition.version());
        if (formula == null) {
            throw new IllegalStateException(
                    FILE + ": no formula for " + definition.kpi() + " v" + definition.version());
        }
        return formula;
    }

    private static List<KpiDefinition> read() {
        try (InputStream in = KpiDefinitions.class.getClassLoader().getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + FILE);
            }
            List<KpiDefinition> definitions = new ArrayList<>();
            for (JsonNode node : new YAMLMapper().readTree(in)) {
                KpiDefinition definition = new KpiDefinition(
                        text(node, "kpi"),
                        node.path("version").intValue(),
                        both(node, "name"),
                        both(node, "formula"),
                        both(node, "population"),
                        Unit.valueOf(text(node, "unit").toUpperCase(Locale.ROOT)),
                        node.hasNonNull("target") ? text(node, "target") : null,
                        text(node, "owner"));
                formula(definition);
                definitions.add(definition);
            }
            return List.copyOf(definitions);
        } catch (IOException e) {
            throw new IllegalStateException(FILE + ": " + e.getMessage(), e);
        }
    }

    private static Text both(JsonNode node, String field) {
        return new Text(text(node.path(field), "zh"), text(node.path(field), "en"));
    }

    private static String text(JsonNode node, String field) {
        String text = node.path(field).asText();
        if (text.isBlank()) {
            throw new IllegalStateException(FILE + ": " + field + " is missing in " + node);
        }
        return text;
    }
}
