package dev.claimgate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The lines of the house: what may know what. */
@AnalyzeClasses(packages = "dev.claimgate", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] PURE = {"..x12..", "..finding..", "..guide..", "..claim..", "..codes..", "..edit..",
        "..validation..", "..ack..", "..partner..", "..sample..", "..reply..", "..superbill..", "..xml..",
        "..config.."};
    private static final String[] EDGES = {"..intake..", "..pipeline..", "..payer..", "..console..", "..webhook.."};

    @ArchTest
    static final ArchRule PURE_PACKAGES_KNOW_NO_VERTX_SQL_OR_THREADS = noClasses().that().resideInAnyPackage(PURE)
            .should().dependOnClassesThat().resideInAnyPackage("io.vertx..", "io.netty..", "io.micrometer..", "java.sql..",
                    "java.util.concurrent", "java.util.concurrent.locks..", "picocli..")
            .orShould().dependOnClassesThat().areAssignableTo(Thread.class);

    @ArchTest
    static final ArchRule EDGES_MEET_ONLY_IN_STORE = slices().matching("dev.claimgate.(intake|pipeline|payer|console|webhook)..")
            .should().notDependOnEachOther();

    @ArchTest
    static final ArchRule NOTHING_BUT_THE_COMMANDS_AND_THE_GATEWAY_KNOWS_AN_EDGE = classes().that().resideInAnyPackage(EDGES)
            .should().onlyBeAccessed().byAnyPackage("dev.claimgate", "..cli..", "..intake..", "..pipeline..", "..payer..",
                    "..console..", "..webhook..");

    @ArchTest
    static final ArchRule STORE_KNOWS_NO_EDGE_AND_NO_WEB = noClasses().that().resideInAPackage("..store..")
            .should().dependOnClassesThat().resideInAnyPackage("..intake..", "..pipeline..", "..payer..", "..console..",
                    "..web..", "..cli..", "io.vertx.ext.web..");

    @ArchTest
    static final ArchRule SQL_STANDS_IN_STORE_ONLY = noClasses().that().resideOutsideOfPackage("..store..")
            .should().callMethodWhere(DescribedPredicate.describe("a query is made",
                    call -> isSqlClient(call.getTargetOwner()) && call.getName().matches("query|preparedQuery|prepare")))
            .orShould().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.flywaydb..", "org.postgresql..");

    @ArchTest
    static final ArchRule DIALECTS_ARE_READ_ON_WORKERS_AND_KNOW_NO_OTHER_VERTX = classes()
            .that().resideInAPackage("..dialect..")
            .should().onlyBeAccessed().byAnyPackage("dev.claimgate", "..dialect..", "..payer..")
            .andShould().onlyDependOnClassesThat().resideInAnyPackage("..dialect..", "..reply..", "..superbill..", "..config..",
                    "io.vertx.core",
                    "java..", "org.xml.sax..", "org.w3c.dom", "org.smooks..", "org.apache.daffodil.japi");

    @ArchTest
    static final ArchRule SMOOKS_AND_DAFFODIL_STAND_IN_DIALECT_ONLY = noClasses().that().resideOutsideOfPackage("..dialect..")
            .should().dependOnClassesThat().resideInAnyPackage("org.smooks..", "org.apache.daffodil..");

    @ArchTest
    static final ArchRule ONLY_THE_GATEWAY_AND_COMMANDS_USE_THE_ROOT = noClasses()
            .that().resideOutsideOfPackages("dev.claimgate", "..cli..")
            .should().dependOnClassesThat().resideInAPackage("dev.claimgate");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses().that().resideOutsideOfPackage("..cli..")
            .should().callMethod(java.time.Instant.class, "now")
            .orShould().callMethod(java.time.LocalDate.class, "now")
            .orShould().callMethod(java.time.LocalDateTime.class, "now")
            .orShould().callMethod(java.time.OffsetDateTime.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule NOBODY_SLEEPS_OR_PRINTS = noClasses()
            .should().callMethod(Thread.class, "sleep", long.class)
            .orShould().callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule PURE_PACKAGES_HAVE_NO_CYCLES = slices()
            .matching("dev.claimgate.(x12|finding|guide|claim|codes|edit|validation|ack|partner|sample|reply|superbill|xml|config)..")
            .should().beFreeOfCycles();

    private static boolean isSqlClient(JavaClass owner) {
        return owner.getPackageName().startsWith("io.vertx.sqlclient") || owner.getPackageName().startsWith("io.vertx.pgclient");
    }
}
