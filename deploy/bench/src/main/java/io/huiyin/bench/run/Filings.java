package io.huiyin.bench.run;

import static java.util.stream.IntStream.range;

import io.huiyin.embedded.Access;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Complaints as an agent files them, no two alike: many customers, some of them again; lots; every second with a reference of the
 * system it came from.
 */
final class Filings implements Requests {

    private static final int SHAPES = 64;
    private static final int CUSTOMERS = 300_000;
    private static final int LOTS = 4_000;
    private static final List<String> MODELS = List.of("DR-40", "DR-60", "PK-7", "CV-2");
    private static final List<String> SEVERITIES = List.of("ordinary", "ordinary", "ordinary", "important", "major");
    private static final List<String> ISSUES = List.of("noise", "leak", "breakage");

    private final List<Template> templates;
    private long number;

    Filings(Access access) {
        String token = access.token(List.of("agent", "--name", "李娜"));
        String address = URI.create(access.url("complaint")).getAuthority();
        this.templates = range(0, SHAPES)
                .mapToObj(shape -> Template.post(
                        address,
                        "/v1/complaints",
                        "Authorization: Bearer " + token + "\r\n",
                        "bench-################",
                        body(shape)))
                .toList();
    }

    private static String body(int shape) {
        String source = shape % 2 == 0 ? ",\"source\":{\"system\":\"crm-7\",\"reference\":\"R-################\"}" : "";
        return """
               {"channel":"phone","customer":{"name":"青岛海光食品","phone":"139########","address":"青岛市李沧区重庆中路 17 号"},\
               "product":{"name":"干燥机","model":"%s","lot":"L-####","quantity":%d,"deliveredOn":"2026-%02d-%02d"},\
               "category":"product-quality","issue":"%s","severity":"%s",\
               "description":"运行约两小时后有金属摩擦声，停机冷却后消失，再开机又出现。","demand":"replacement"%s}""".formatted(
                        MODELS.get(shape % MODELS.size()),
                        1 + shape % 12,
                        1 + shape % 9,
                        1 + shape % 28,
                        ISSUES.get(shape % ISSUES.size()),
                        SEVERITIES.get(shape % SEVERITIES.size()),
                        source);
    }

    @Override
    public void next(ByteBuffer into) {
        long one = number++;
        templates.get((int) (one % SHAPES)).write(into, one, one * 7919 % CUSTOMERS, one * 31 % LOTS, one);
    }
}
