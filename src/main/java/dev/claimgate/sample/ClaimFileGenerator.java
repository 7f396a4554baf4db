package dev.claimgate.sample;

import dev.claimgate.x12.ByteSink;

/**
 * Writes one interchange with one functional group of professional claims (837P, 005010X222A1). Streams: memory does not grow
 * with the number of claims. Not thread-safe, may be used again.
 */
public final class ClaimFileGenerator {
    private static final byte[] LINE_FEED = {'\n'};
    private static final int PRACTICES = 48;

    private final SampleCodes codes;
    private final SampleOptions options;
    private final FaultLog log;

    public ClaimFileGenerator(SampleCodes codes, SampleOptions options) {
        this(codes, options, FaultLog.NONE);
    }

    /** @param log hears of each fault that was made */
    public ClaimFileGenerator(SampleCodes codes, SampleOptions options, FaultLog log) {
        this.codes = codes;
        this.options = options;
        this.log = log;
    }

    /** Writes the whole file, segment by segment. */
    public void writeTo(ByteSink sink) {
        SampleRandom random = new SampleRandom(options.seed());
        Practices practices = new Practices(random, PRACTICES);
        ClaimPlanner planner = new ClaimPlanner(codes, options, random, log);
        EnvelopeWriter envelope = new EnvelopeWriter(options.lineBreaks() ? withLineFeeds(sink) : sink, options);
        SetWriter sets = new SetWriter(envelope.segments(), options, random, practices, planner);
        envelope.open();
        int written = 0;
        for (long claims = 0; claims < options.claims(); claims += options.claimsPerSetMax()) {
            written++;
            sets.write(written, (int) Math.min(options.claimsPerSetMax(), options.claims() - claims));
        }
        envelope.close(written);
    }

    private static ByteSink withLineFeeds(ByteSink sink) {
        return (bytes, from, length) -> {
            sink.write(bytes, from, length);
            sink.write(LINE_FEED, 0, 1);
        };
    }
}
