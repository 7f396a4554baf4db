package dev.claimgate.payer;

import dev.claimgate.config.Faults;
import dev.claimgate.dialect.DialectReplies;
import dev.claimgate.dialect.Dialects;
import dev.claimgate.partner.BreakerPolicy;
import dev.claimgate.partner.InterchangeId;
import dev.claimgate.partner.ExpectedAnswers;
import dev.claimgate.partner.Payer;
import dev.claimgate.partner.PayerAddress;
import dev.claimgate.partner.PayerEnvelope;
import dev.claimgate.partner.PayerLimits;
import dev.claimgate.partner.PayerSelector;
import dev.claimgate.partner.SendingWindows;
import dev.claimgate.partner.RetryPolicy;
import dev.claimgate.store.ClaimPlace;
import dev.claimgate.store.FilePart;
import dev.claimgate.store.FileRange;
import dev.claimgate.store.SourceInterchange;
import dev.claimgate.store.StoredClaim;
import dev.claimgate.x12.Delimiters;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An invented 837P file with the ranges of its claims, as the engine reports them. */
final class SampleFile {
    static final SubmitterContact CONTACT = new SubmitterContact("CLAIMGATE", "OPERATIONS", "5555550100");

    final UUID submissionId = UUID.randomUUID();
    final byte[] bytes;
    final Delimiters delimiters;
    final List<long[]> ranges = new ArrayList<>();

    private SampleFile(String text, Delimiters delimiters) {
        this.bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        this.delimiters = delimiters;
        findClaims(text);
    }

    /** Segments one a line, written with the standard delimiters and terminators. */
    static SampleFile of(String segments) {
        return new SampleFile(segments, Delimiters.STANDARD);
    }

    static SampleFile of(String segments, Delimiters delimiters) {
        String text = segments.replace('*', (char) delimiters.element()).replace(':', (char) delimiters.component())
                .replace('~', (char) delimiters.segment());
        return new SampleFile(text, delimiters);
    }

    /** One provider, one subscriber with one claim for each number. */
    static String subscriberClaims(String... numbers) {
        StringBuilder text = new StringBuilder(header("BATCH7")).append(provider(1)).append(subscriber(2, 1, false));
        for (String number : numbers) {
            text.append(claim(number, ""));
        }
        return text.append(trailer()).toString();
    }

    static String header(String originatorId) {
        return """
                ISA*00*          *00*          *ZZ*NORTHSIDE      *ZZ*CLAIMGATE      *260105*0930*^*00501*000000042*1*T*:~
                GS*HC*NORTHSIDE*CLAIMGATE*20260105*0930*42*X*005010X222A1~
                ST*837*0007*005010X222A1~
                BHT*0019*00*%s*20260105*0930*CH~
                NM1*41*2*NORTHSIDE DERMATOLOGY*****46*NORTHSIDE~
                PER*IC*BILLING*TE*5555550199~
                NM1*40*2*CLAIMGATE*****46*CLAIMGATE~
                """.formatted(originatorId);
    }

    static String provider(int hl) {
        return """
                HL*%d**20*1~
                PRV*BI*PXC*207N00000X~
                NM1*85*2*NORTHSIDE DERMATOLOGY*****XX*1234567893~
                N3*1 TEST STREET~
                N4*SPRINGFIELD*IL*627010001~
                REF*EI*123456789~
                """.formatted(hl);
    }

    static String subscriber(int hl, int parent, boolean dependents) {
        return """
                HL*%d*%d*22*%d~
                SBR*P*%s*******CI~
                NM1*IL*1*TESTER*ADA****MI*MEM%04d~
                N3*2 TEST STREET~
                N4*SPRINGFIELD*IL*62701~
                DMG*D8*19700101*F~
                NM1*PR*2*EVERGREEN*****PI*EVG01~
                """.formatted(hl, parent, dependents ? 1 : 0, dependents ? "" : "18", hl);
    }

    static String patient(int hl, int parent) {
        return """
                HL*%d*%d*23*0~
                PAT*19~
                NM1*QC*1*TESTER*BOB~
                N3*2 TEST STREET~
                N4*SPRINGFIELD*IL*62701~
                DMG*D8*20100101*M~
                """.formatted(hl, parent);
    }

    /** @param before segments between CLM and HI */
    static String claim(String number, String before) {
        return """
                CLM*%s*125.5***11:B:1*Y*A*Y*Y~
                %sHI*ABK:L409~
                LX*1~
                SV1*HC:99213*125.5*UN*1***1~
                DTP*472*D8*20251230~
                REF*6R*LINE1~
                """.formatted(number, before);
    }

    static String trailer() {
        return "SE*99*0007~\nGE*1*42~\nIEA*1*000000042~\n";
    }

    static Payer payer(int port) {
        return payer(port, new BreakerPolicy(50, 4, 2, Duration.ofMillis(600), 1), Duration.ofMillis(800));
    }

    /** Those that the project brings along. */
    static DialectReplies dialects(Vertx vertx) {
        Faults faults = new Faults();
        Path folder = Path.of("edi-specs", "dialects");
        Dialects dialects = Dialects.read(folder, Dialects.names(folder), Path.of(""), faults);
        faults.throwIfAny();
        return new DialectReplies(vertx, dialects);
    }

    static Payer speaking(String dialect, int port) {
        Payer payer = payer(port);
        return new Payer(payer.id(), payer.name(), payer.selector(), payer.address(), payer.envelope(), payer.limits(),
                payer.breaker(), payer.retry(), payer.windows(), payer.expected(), payer.replyPoll(), dialect);
    }

    /** Patient, one claim in each interchange. */
    static Payer singly(int port) {
        Payer payer = payer(port);
        PayerLimits limits = PayerLimits.of(1, Duration.ofSeconds(60));
        return new Payer(payer.id(), payer.name(), payer.selector(), payer.address(), payer.envelope(), limits,
                payer.breaker(), payer.retry(), payer.windows(), payer.expected(), payer.replyPoll(), payer.replies());
    }

    static Payer inSets(int claimsPerSetMax) {
        Payer payer = payer(1);
        PayerLimits limits = new PayerLimits(100, claimsPerSetMax, 1, payer.limits().timeout(), 4, 1000, Duration.ofSeconds(1));
        return new Payer(payer.id(), payer.name(), payer.selector(), payer.address(), payer.envelope(), limits,
                payer.breaker(), payer.retry(), payer.windows(), payer.expected(), payer.replyPoll(), payer.replies());
    }

    /** A payer at this address that may take its time. */
    static Payer slow(PayerAddress address) {
        return payer(1, new BreakerPolicy(50, 4, 2, Duration.ofSeconds(1), 1), Duration.ofSeconds(20)).at(address);
    }

    static Payer payer(int port, BreakerPolicy breaker, Duration timeout) {
        PayerAddress address = new PayerAddress.Http(URI.create("http://127.0.0.1:" + port + "/x12"), Optional.empty(),
                PayerAddress.Tls.PLAIN);
        return new Payer("evergreen", "EVERGREEN HEALTH PLAN", PayerSelector.of("EVG01"), address,
                PayerEnvelope.of(new InterchangeId("ZZ", "CLAIMGATE"), new InterchangeId("ZZ", "EVG01")),
                PayerLimits.of(100, timeout), breaker,
                new RetryPolicy(Duration.ofMillis(50), 2, Duration.ofMillis(400), 20), SendingWindows.ALWAYS,
                ExpectedAnswers.DEFAULT, Duration.ofMillis(100), Payer.X12);
    }

    SourceInterchange source() {
        return new SourceInterchange(delimiters, "T", new InterchangeId("ZZ", "NORTHSIDE"),
                new InterchangeId("ZZ", "CLAIMGATE"));
    }

    /** The claims as the store reads them, ids from {@code firstId} on. */
    List<StoredClaim> claims(long firstId) {
        List<StoredClaim> claims = new ArrayList<>();
        for (long[] r : ranges) {
            ClaimPlace place = new ClaimPlace(firstId + claims.size(), submissionId, source(), range(r, 0), range(r, 1),
                    range(r, 2), range(r, 3), range(r, 4));
            claims.add(new StoredClaim(place, part(place.header()), part(place.billingProvider()),
                    part(place.subscriber()), part(place.patient()), part(place.claim())));
        }
        return claims;
    }

    private FileRange range(long[] ends, int part) {
        return new FileRange(submissionId, ends[2 * part], ends[2 * part + 1]);
    }

    private FilePart part(FileRange range) {
        return new FilePart(range, Arrays.copyOfRange(bytes, (int) range.from(), (int) range.to()));
    }

    private void findClaims(String text) {
        long[] open = new long[10];
        int part = -1;
        char terminator = (char) delimiters.segment();
        for (int at = 0; at < text.length(); at = text.indexOf(terminator, at) + 1) {
            while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
                at++;
            }
            if (at == text.length()) {
                return;
            }
            String[] segment = text.substring(at, text.indexOf(terminator, at)).split("[*|]");
            int next = switch (segment[0]) {
                case "ST" -> 0;
                case "HL" -> segment[3].equals("20") ? 1 : segment[3].equals("22") ? 2 : 3;
                case "CLM" -> 4;
                case "SE" -> 5;
                default -> part;
            };
            if (next != part || segment[0].equals("HL") || segment[0].equals("CLM")) {
                close(open, part, at);
                part = next;
                begin(open, part, at);
            }
        }
    }

    private void begin(long[] open, int part, int at) {
        if (part == 2) {
            open[6] = 0;
            open[7] = 0;
        }
        if (part >= 0 && part < 5) {
            open[2 * part] = at;
        }
    }

    private void close(long[] open, int part, int at) {
        if (part >= 0 && part < 5) {
            open[2 * part + 1] = at;
        }
        if (part == 4) {
            ranges.add(open.clone());
        }
    }
}
