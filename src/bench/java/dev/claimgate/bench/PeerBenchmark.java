package dev.claimgate.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The same file through our engine and through other projects' readers, one thread, a JVM for each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class PeerBenchmark {
    private byte[] file;
    private byte[] small;
    private Claimgate claimgate;
    private SmooksPeer smooks;

    /** Makes the files and checks that each reader finds every claim. */
    @Setup
    public void prepare() throws Exception {
        file = BenchFile.of(BenchFile.CLAIMS);
        small = BenchFile.of(BenchFile.CLAIMS_OF_SMALL_FILE);
        claimgate = new Claimgate();
        smooks = new SmooksPeer();
        same("tokenizer", BenchFile.CLAIMS, claimgateTokenizer());
        same("verdict", BenchFile.CLAIMS, claimgateVerdict());
        same("XML", BenchFile.CLAIMS, claimgateXml());
        same("StAEDI", BenchFile.CLAIMS, staedi());
        same("EDIReader", BenchFile.CLAIMS, ediReader());
        same("imsweb", BenchFile.CLAIMS_OF_SMALL_FILE, imswebSmallFile());
        same("Smooks", BenchFile.CLAIMS_OF_SMALL_FILE, smooksSmallFile());
    }

    @Benchmark
    public long claimgateTokenizer() {
        return Claimgate.tokenize(file);
    }

    @Benchmark
    public long claimgateVerdict() {
        return claimgate.judge(file);
    }

    @Benchmark
    public long claimgateXml() {
        return claimgate.xml(file);
    }

    @Benchmark
    public long staedi() throws Exception {
        return Peers.staedi(file);
    }

    @Benchmark
    public long ediReader() throws Exception {
        return Peers.ediReader(file);
    }

    @Benchmark
    public long imswebSmallFile() throws Exception {
        return Peers.imsweb(small);
    }

    @Benchmark
    public long smooksSmallFile() {
        return smooks.read(small);
    }

    private static void same(String reader, long expected, long found) {
        if (found != expected) {
            throw new IllegalStateException(reader + " found " + found + " claims, must be " + expected);
        }
    }
}
