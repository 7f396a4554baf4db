package dev.claimgate.ack;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.sun.management.ThreadMXBean;
import dev.claimgate.validation.Interchange837;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/**
 * Whatever bytes come, they are answered, and in order. {@code mvn test} runs the seeds of {@code AnyBytesFuzzTestInputs} only;
 * docs/fuzzing.md tells how to let the fuzzer search.
 */
@Tag("fuzz")
class AnyBytesFuzzTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** The search allocates at each branch it watches; there only the heap of its JVM limits memory. */
    private static final boolean SEARCHING = System.getenv("JAZZER_FUZZ") != null;
    private static final long BASE_BYTES_MAX = 4 << 20;
    private static final int BYTES_PER_BYTE_MAX = 2_000;

    /** Guides and tables are loaded before memory is measured. */
    @BeforeAll
    static void warmUp() {
        byte[] clean = Interchange837.clean().text().getBytes(StandardCharsets.ISO_8859_1);
        assertThat(AnsweredFile.of(clean, clean.length).claimsThatStand()).isEqualTo(1);
    }

    @DictionaryFile(resourcePath = "x12.dict")
    @FuzzTest(maxDuration = "5m")
    void shouldAnswerAnyFileInOrder(byte[] file) {
        int piece = 1 + file.length % 61;
        AnsweredFile inPieces = AnsweredFile.of(file, piece);
        AnsweredFile answered = AnsweredFile.of(file, file.length + 1);
        assertThat(answered.claimsAnswered()).as("claims answered by a 277CA").isEqualTo(answered.claimsThatStand());
        assertThat(answered.claimsToldBySet()).as("claims told, by set").isEqualTo(ClaimCount.bySet(file, answered.setsThatStand()));
        for (List<String> answer : answered.answers()) {
            assertThat(GuideCheck.faults(answer)).as("faults of our own answer").isEmpty();
        }
        assertThat(inPieces.answers()).as("fed in pieces of " + piece).isEqualTo(answered.answers());
        if (!SEARCHING) {
            assertThat(allocatedBytes(file)).as("bytes allocated")
                    .isLessThan(BASE_BYTES_MAX + (long) BYTES_PER_BYTE_MAX * file.length);
        }
    }

    private static long allocatedBytes(byte[] file) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        AnsweredFile.of(file, file.length + 1);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
