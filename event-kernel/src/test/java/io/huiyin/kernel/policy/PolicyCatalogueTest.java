package io.huiyin.kernel.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers are data: a profile gives them, what it leaves out it inherits, and what is wrong is found before the start. */
class PolicyCatalogueTest {

    @Test
    void whatAProfileLeavesOutItInherits() {
        PolicyCatalogue catalogue = Profiles.some()
                .file("profiles.yaml", "BASE:\nCHILD: BASE\nBARE: CHILD\n")
                .file("keys.yaml", Profiles.key("a.limit", "type: limit") + Profiles.key("b.limit", "type: limit"))
                .file("BASE.yaml", """
                        values:
                          a.limit: { limit: PT24H, source: house }
                          b.limit: { limit: PT8H, calendar: working, source: "000-A 1" }
                        """)
                .file("CHILD.yaml", "values:\n  a.limit: { limit: PT1H, source: \"000-B 2\" }\n")
                .read();

        PolicyValues values = catalogue.values("BARE");
        assertEquals(Duration.ofHours(1), values.limit("a.limit").duration(), "its parent's");
        assertEquals(Duration.ofHours(8), values.limit("b.limit").duration(), "its parent's parent's");
        assertEquals(new PolicyRef("a.limit", 1, "CHILD"), values.ref("a.limit"));
        assertEquals(new PolicyRef("b.limit", 1, "BASE"), values.ref("b.limit"));
        assertEquals("000-B 2", values.entry("a.limit").source());
        assertEquals(List.of("BASE", "CHILD", "BARE"), catalogue.profiles());
    }

    @Test
    void aKeySaysWhatItMeansAndWhichRulesReadIt() {
        PolicyKey key = Profiles.some().read().key("a.limit").orElseThrow();
        assertEquals(new PolicyKey.Meaning("时限", "A limit"), key.meaning());
        assertEquals(List.of("X-09"), key.rules());
        assertEquals(PolicyType.LIMIT, key.type());
    }

    @Test
    void aMissingKeyAndAValueOfAnotherTypeAreNamed() {
        PolicyValues values = Profiles.some().read().values("BASE");
        assertTrue(message(() -> values.limit("no.such")).contains("no.such"));
        assertTrue(message(() -> values.limit("no.such")).contains("BASE"));
        assertTrue(message(() -> values.zone("a.limit")).contains("a.limit"));
    }

    @Test
    void whatMayBeNoneIsNoneOrGiven() {
        PolicyCatalogue catalogue = Profiles.some()
                .file("profiles.yaml", "BASE:\nCHILD: BASE\n")
                .file("keys.yaml", Profiles.key("a.count", "type: count\n  optional: true"))
                .file("BASE.yaml", "values:\n  a.count: { none: true, source: house }\n")
                .file("CHILD.yaml", "values:\n  a.count: { count: 3, source: house }\n")
                .read();
        assertTrue(catalogue
                .values("BASE")
                .given("a.count", PolicyValue.Count.class)
                .isEmpty());
        assertEquals(
                3,
                catalogue
                        .values("CHILD")
                        .given("a.count", PolicyValue.Count.class)
                        .orElseThrow()
                        .count());
    }

    @Test
    void whatNobodyKnowsStopsTheStart() {
        assertEquals(
                "there is no policy profile NOWHERE; there are BASE",
                message(() -> Profiles.some().read().values("NOWHERE")));
        assertEquals(
                "profiles/BASE.yaml:2: b.limit is not declared in profiles/keys.yaml",
                broken("values:\n  b.limit: { limit: PT24H, source: house }\n"));
        assertEquals(
                "profiles/profiles.yaml:2: CHILD inherits from NOBODY, which is no profile",
                message(() -> Profiles.some()
                        .file("profiles.yaml", "BASE:\nCHILD: NOBODY\n")
                        .read()));
        assertEquals(
                "profiles/profiles.yaml: [A, B] inherit from each other",
                message(() -> Profiles.some()
                        .file("profiles.yaml", "A: B\nB: A\n")
                        .read()
                        .values("A")));
    }

    @Test
    void whatIsMissingStopsTheStart() {
        assertEquals("profiles/BASE.yaml: a.limit must have a value, for nobody else gives it", broken("values: {}\n"));
        assertEquals("profiles/BASE.yaml:1: values must be given", broken("{}\n"));
        assertEquals(
                "profiles/BASE.yaml:2: a.limit source must be given", broken("values:\n  a.limit: { limit: PT24H }\n"));
        assertEquals("there is no profiles/keys.yaml", message(() -> PolicyCatalogue.read(file -> null)));
        assertEquals(
                "profiles/keys.yaml:3: a.limit meaning en must be given",
                message(() -> Profiles.some()
                        .file("keys.yaml", "a.limit:\n  type: limit\n  meaning: { zh: 时限 }\n  rules: [ X-09 ]\n")
                        .read()));
    }

    @Test
    void eachFaultHasItsFileLineAndKey() {
        assertEquals(
                List.of(
                        "profiles/BASE.yaml:4: a.limit limit must be a duration such as PT24H or P6D",
                        "profiles/BASE.yaml:5: a.limit calendar is none of elapsed, calendar-days, working, working-days",
                        "profiles/BASE.yaml:7: b.limit is not declared in profiles/keys.yaml",
                        "profiles/BASE.yaml:8: a.limits is not declared in profiles/keys.yaml"),
                broken("""
                                # a comment
                                values:
                                  a.limit:
                                    limit: one day
                                    calendar: lunar
                                    source: house
                                  b.limit: { limit: PT1H, source: house }
                                  a.limits: { limit: PT1H, source: house }
                                """).lines().toList());
    }

    @Test
    void aFileThatIsNoYamlOrSaysAKeyTwiceStopsTheStart() {
        assertTrue(broken("values:\n  a.limit: { limit: PT24H\n").startsWith("profiles/BASE.yaml:"));
        assertEquals(
                "profiles/BASE.yaml:3: a.limit stands twice",
                broken("values:\n  a.limit: { limit: PT24H, source: a }\n  a.limit: { limit: PT1H, source: a }\n"));
        assertEquals(
                "profiles/BASE.yaml:1: parent is not a known field",
                broken("parent: BASE\nvalues:\n  a.limit: { limit: PT24H, source: a }\n"));
    }

    @Test
    void anotherTypeThanDeclaredAndAnUnknownWordStopTheStart() {
        assertEquals(
                "profiles/BASE.yaml:2: a.limit must be a value of type limit",
                broken("values:\n  a.limit: { count: 3, source: house }\n"));
        assertEquals(
                "profiles/BASE.yaml:2: a.limit must be a value of type limit",
                broken("values:\n  a.limit: { none: true, source: house }\n"),
                "it is not optional");
        assertEquals(
                "profiles/BASE.yaml:2: a.mode choice is none of refile, escalate",
                message(() -> Profiles.some()
                        .file("keys.yaml", Profiles.key("a.mode", "type: choice\n  known: [ refile, escalate ]"))
                        .file("BASE.yaml", "values:\n  a.mode: { choice: sue, source: house }\n")
                        .read()
                        .values("BASE")));
        assertEquals(
                "profiles/keys.yaml:2: a.limit type is none of ",
                message(() -> Profiles.some()
                                .file("keys.yaml", Profiles.key("a.limit", "type: length"))
                                .read())
                        .substring(0, "profiles/keys.yaml:2: a.limit type is none of ".length()));
    }

    @Test
    void aKnownWordMayStandForAllThatBeginLikeIt() {
        assertEquals(
                new PolicyValue.ByName(Map.of("one", "role:quality", "two", "nobody")),
                told("{ one: role:quality, two: nobody }")
                        .read()
                        .values("BASE")
                        .value("a.told", PolicyValue.ByName.class));
        for (String word : List.of("quality", "role:", "nobody else")) {
            assertEquals(
                    "profiles/BASE.yaml:2: a.told byName is none of role:*, nobody",
                    message(() -> told("{ one: \"" + word + "\" }").read().values("BASE")));
        }
    }

    private static Profiles told(String byName) {
        return Profiles.some()
                .file("keys.yaml", Profiles.key("a.told", "type: by-name\n  known: [ \"role:*\", nobody ]"))
                .file("BASE.yaml", "values:\n  a.told: { byName: " + byName + ", source: house }\n");
    }

    private static String broken(String base) {
        return message(() -> Profiles.some().file("BASE.yaml", base).read().values("BASE"));
    }

    private static String message(Runnable work) {
        return String.valueOf(
                assertThrows(IllegalStateException.class, work::run).getMessage());
    }
}
