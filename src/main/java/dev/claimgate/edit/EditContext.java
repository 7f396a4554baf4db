package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ClaimHistory;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.Days;
import dev.claimgate.codes.PayerList;
import dev.claimgate.codes.Procedure;
import dev.claimgate.codes.ProcedureCode;
import java.time.LocalDate;
import java.util.Set;

/**
 * What an edit may know beside the claim: one per file, so that all its claims are judged alike. What the tables say of the
 * procedures of a claim is looked up once for all edits. Not thread-safe.
 */
public final class EditContext {
    private final CodeTables tables;
    private final int receivedOn;
    private final Set<String> billingNpis;
    private final ClaimHistory history;
    private EarlierServices earlier = EarlierServices.NONE;
    private String payer = "";
    private PayerList payerList = PayerList.NONE;
    private final ProcedureCode[] codes = new ProcedureCode[Claim.LINES_MAX];
    private final Procedure[] procedures = new Procedure[Claim.LINES_MAX];

    /**
     * @param tables      one snapshot for the whole file
     * @param receivedOn  day on which the file came in
     * @param billingNpis billing providers for whom its sender may send; empty allows any
     * @param history     claims of its sender that were accepted before
     */
    public EditContext(CodeTables tables, LocalDate receivedOn, Set<String> billingNpis, ClaimHistory history) {
        this.tables = tables;
        this.receivedOn = Days.of(receivedOn);
        this.billingNpis = Set.copyOf(billingNpis);
        this.history = history;
    }

    /** For a sender who may send for anybody. */
    public EditContext(CodeTables tables, LocalDate receivedOn) {
        this(tables, receivedOn, Set.of(), ClaimHistory.NONE);
    }

    CodeTables tables() {
        return tables;
    }

    /** {@code yyyymmdd}. */
    int receivedOn() {
        return receivedOn;
    }

    Set<String> billingNpis() {
        return billingNpis;
    }

    ClaimHistory history() {
        return history;
    }

    /** The claims that follow go to this payer: its id in {@code conf/payers.yaml}, empty if no payer takes them. */
    public void forPayer(String id) {
        if (!id.equals(payer)) {
            payer = id;
            payerList = tables.lists().payerList(id);
        }
    }

    String payer() {
        return payer;
    }

    /** What that payer says of procedures itself. */
    PayerList payerList() {
        return payerList;
    }

    /** What earlier claims tell of the patient. */
    EarlierServices earlier() {
        return earlier;
    }

    /** Traits that the claim at hand has by its surroundings, each as its {@link Trait#bit}. */
    int traits() {
        return (earlier.isEmpty() ? 0 : Trait.EARLIER_CLAIMS.bit()) | (payerList.isEmpty() ? 0 : Trait.PAYER_LIST.bit());
    }

    /** Looks up the procedures of the claim that is to be checked, and what was before. */
    void begin(Claim claim) {
        earlier = EarlierServices.of(claim, history, receivedOn);
        for (int i = 0; i < claim.lineCount(); i++) {
            var line = claim.line(i);
            boolean coded = Lines.billsHcpcs(line);
            codes[i] = coded ? tables.procedure(line.procedure()) : ProcedureCode.UNKNOWN;
            procedures[i] = coded ? codes[i].on(line.dateFrom()) : Procedure.NONE;
        }
    }

    /** What the tables know of the procedure of line {@code i}, from 0; {@link ProcedureCode#UNKNOWN} if it is no HCPCS code. */
    ProcedureCode code(int i) {
        return codes[i];
    }

    /** The same on the day of service. */
    Procedure procedure(int i) {
        return procedures[i];
    }

    /** Whether the line bills a HCPCS code in force on its day: an unknown code gives one finding, not a row of them. */
    boolean billsKnownCode(int i) {
        return procedures[i].inForce();
    }
}
