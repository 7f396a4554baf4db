package dev.claimgate.claim;

import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.InterchangeHandler;
import dev.claimgate.x12.PackedText;
import dev.claimgate.x12.Segment;
import dev.claimgate.x12.Text;
import dev.claimgate.x12.X12Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs ahead of the engine over the same pieces of a file and tells which claims end in each, so that what is known of their
 * patients can be fetched at once before the piece is judged. Looks at a handful of segments by their ids and checks nothing: of
 * a file that follows the guide it tells exactly the patients that the claims will have; of another it may tell too many or too
 * few, and claims at fault are not judged by others. Memory is bounded by one piece. One thread.
 */
public final class ClaimsAhead {
    private final Watcher watcher = new Watcher();
    private final X12Reader reader;

    /** @param segmentBytesMax as the engine's */
    public ClaimsAhead(int segmentBytesMax) {
        reader = new X12Reader(watcher, segmentBytesMax);
    }

    /** Reads the next piece and gives the claims that end in it, in their order. */
    public List<ComingClaim> feed(byte[] bytes, int from, int length) {
        watcher.claims = new ArrayList<>();
        reader.feed(bytes, from, length);
        return watcher.claims;
    }

    private static final class Watcher implements InterchangeHandler {
        private static final int ISA = Segment.key("ISA");
        private static final int ST = Segment.key("ST");
        private static final int SE = Segment.key("SE");
        private static final int HL = Segment.key("HL");
        private static final int NM1 = Segment.key("NM1");
        private static final int DMG = Segment.key("DMG");
        private static final int CLM = Segment.key("CLM");
        private static final int SBR = Segment.key("SBR");
        private static final int LX = Segment.key("LX");
        private static final int REF = Segment.key("REF");
        private static final int DTP = Segment.key("DTP");
        private static final long SUBSCRIBER = PackedText.pack("IL");
        private static final long PATIENT = PackedText.pack("QC");
        private static final long PAYER = PackedText.pack("PR");
        private static final long SUBSCRIBER_LEVEL = PackedText.pack("22");
        private static final long PATIENT_LEVEL = PackedText.pack("23");
        private static final long SERVICE_DATE = PackedText.pack("472");
        private static final long PAYER_NUMBER = PackedText.pack("F8");
        private static final long REPLACEMENT = PackedText.pack("7");
        private static final long VOID = PackedText.pack("8");

        private List<ComingClaim> claims = new ArrayList<>();
        private final Text memberId = new Text(80);
        private final Text payerId = new Text(80);
        private final Text firstName = new Text(35);
        private String usage = "";
        private int birthDate;
        private boolean inClaim;
        /** Before other payers and lines begin, whose segments look like the claim's own. */
        private boolean atHead;
        private boolean corrects;
        private String patientControlNumber = "";
        private String originalNumber = "";
        private int serviceFrom;

        @Override
        public void segment(Segment segment) {
            int id = segment.idKey();
            if (inClaim) {
                inClaim(id, segment);
            } else {
                aboveClaims(id, segment);
            }
        }

        private void inClaim(int id, Segment segment) {
            if (id == DTP) {
                if (segment.packed(1) == SERVICE_DATE) {
                    date(Fields.firstDate(segment, 3));
                }
            } else if (id == LX || id == SBR) {
                atHead = false;
            } else if (id == REF) {
                if (atHead && corrects && segment.packed(1) == PAYER_NUMBER) {
                    originalNumber = segment.text(2);
                }
            } else if (id == CLM || id == HL || id == SE || id == ST) {
                end();
                aboveClaims(id, segment);
            }
        }

        private void date(int day) {
            if (day > 0 && (serviceFrom == 0 || day < serviceFrom)) {
                serviceFrom = day;
            }
        }

        private void aboveClaims(int id, Segment segment) {
            if (id == CLM) {
                begin(segment);
            } else if (id == NM1) {
                name(segment);
            } else if (id == DMG) {
                birthDate = Fields.firstDate(segment, 2);
            } else if (id == HL) {
                level(segment.packed(3));
            } else if (id == ISA) {
                usage = segment.text(15);
            }
        }

        private void level(long level) {
            if (level == SUBSCRIBER_LEVEL) {
                memberId.clear();
                payerId.clear();
            }
            if (level == SUBSCRIBER_LEVEL || level == PATIENT_LEVEL) {
                firstName.clear();
                birthDate = 0;
            }
        }

        private void name(Segment nm1) {
            long role = nm1.packed(1);
            if (role == SUBSCRIBER) {
                nm1.copyTo(9, memberId);
                nm1.copyTo(4, firstName);
            } else if (role == PATIENT) {
                nm1.copyTo(4, firstName);
            } else if (role == PAYER) {
                nm1.copyTo(9, payerId);
            }
        }

        private void begin(Segment clm) {
            inClaim = true;
            atHead = true;
            long frequency = clm.packedComponent(5, 3);
            corrects = frequency == REPLACEMENT || frequency == VOID;
            patientControlNumber = corrects ? clm.text(1) : "";
            originalNumber = "";
            serviceFrom = 0;
        }

        private void end() {
            inClaim = false;
            claims.add(new ComingClaim(usage, PatientIdentity.of(usage, payerId, memberId, firstName, birthDate), serviceFrom,
                    corrects, patientControlNumber, originalNumber));
        }

        @Override
        public void interchangeStarts(Delimiters delimiters, boolean fixedWidth) {
            inClaim = false;
        }

        @Override
        public void interchangeBroken(Breakage why) {
            inClaim = false;
        }

        @Override
        public void unreadable(long offset, String reason) {
            // The engine tells it.
        }
    }
}
