package io.huiyin.kernel.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.huiyin.kernel.decide.Decider;
import io.huiyin.kernel.event.EventName;
import io.huiyin.kernel.projection.Projection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The architecture, checked on the classes of one service. */
public final class HouseRules {

    private final JavaClasses classes;

    private HouseRules(JavaClasses classes) {
        this.classes = classes;
    }

    /** The production classes of a package. */
    public static HouseRules of(String basePackage) {
        return new HouseRules(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage));
    }

    /** All of them. */
    public void check() {
        domainIsPure();
        domainAsksNoClockAndNoChance();
        onlyTheKernelKnowsKafkaAndVertx();
        eventsHaveNames();
        viewsDoNotDecide();
    }

    private static DescribedPredicate<JavaClass> domain() {
        return DescribedPredicate.describe(
                "domain classes",
                type -> type.getPackageName().endsWith(".rules")
                        || type.isAssignableTo(Decider.class)
                        || type.getSimpleName().endsWith("Command")
                        || type.getSimpleName().endsWith("Event")
                        || type.getSimpleName().endsWith("Refusal"));
    }

    /** Domain files import the JDK and the kernel's decide, event, policy, time, calendar and deadline packages, and each other. */
    private void domainIsPure() {
        noClasses()
                .that(domain())
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.quarkus..",
                        "io.vertx..",
                        "io.smallrye..",
                        "jakarta..",
                        "org.apache.kafka..",
                        "org.hibernate..",
                        "com.fasterxml..",
                        "io.huiyin.kernel.store..",
                        "io.huiyin.kernel.command..",
                        "io.huiyin.kernel.relay..",
                        "io.huiyin.kernel.log..",
                        "io.huiyin.kernel.projection..",
                        "io.huiyin.kernel.reaction..",
                        "io.huiyin.kernel.rest..",
                        "io.huiyin.kernel.security..",
                        "io.huiyin.kernel.lease..",
                        "io.huiyin.kernel.timer..",
                        "io.huiyin.kernel.calendar.source..",
                        "java.io..",
                        "java.nio.file..",
                        "java.net.."))
                .allowEmptyShould(true)
                .check(classes);
    }

    private void domainAsksNoClockAndNoChance() {
        noClasses()
                .that(domain())
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .allowEmptyShould(true)
                .check(classes);
    }

    private void onlyTheKernelKnowsKafkaAndVertx() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.apache.kafka..", "io.vertx.core..", "io.vertx.ext.."))
                .check(classes);
    }

    private void eventsHaveNames() {
        classes()
                .that(DescribedPredicate.describe(
                        "records of a sealed …Event family",
                        type -> type.isRecord()
                                && type.getRawInterfaces().stream()
                                        .anyMatch(
                                                parent -> parent.getSimpleName().endsWith("Event"))))
                .should()
                .beAnnotatedWith(EventName.class)
                .allowEmptyShould(true)
                .check(classes);
    }

    /** Views never call deciders; policies never hide in projections. */
    private void viewsDoNotDecide() {
        noClasses()
                .that()
                .areAssignableTo(Projection.class)
                .and()
                .resideInAPackage("..views..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Decider.class)
                .allowEmptyShould(true)
                .check(classes);
    }
}
