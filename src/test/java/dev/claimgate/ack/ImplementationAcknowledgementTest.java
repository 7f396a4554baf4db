package dev.claimgate.ack;

import static dev.claimgate.ack.AcknowledgementKind.IMPLEMENTATION;
import static dev.claimgate.ack.Answers.GS;
import static dev.claimgate.ack.Answers.group;
import static dev.claimgate.ack.Answers.report;
import static dev.claimgate.ack.Answers.set;
import static dev.claimgate.validation.AcknowledgmentCode.A;
import static dev.claimgate.validation.AcknowledgmentCode.E;
import static dev.claimgate.validation.AcknowledgmentCode.P;
import static dev.claimgate.validation.AcknowledgmentCode.R;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.finding.GroupCode;
import dev.claimgate.finding.SetCode;
import dev.claimgate.validation.AcknowledgmentCode;
import dev.claimgate.validation.GroupHeader;
import dev.claimgate.validation.GroupReport;
import dev.claimgate.validation.SetHeader;
import dev.claimgate.validation.SetReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImplementationAcknowledgementTest {
    @Test
    void shouldAnswerAnAcceptedGroupToItsSender() {
        assertThat(answer(report(GS, A, 1, 1), report(set("0001"), A, List.of())).interchange(IMPLEMENTATION)).containsExactly(
                "ISA*00*          *00*          *30*CLAIMGATE      *ZZ*NORTHSIDE      *261123*1200*^*00501*000000042*0*P*:",
                "GS*FA*GATE-APP*NORTH-APP*20261123*1200*42*X*005010X231A1",
                "ST*999*0001*005010X231A1",
                "AK1*HC*7*005010X222A1",
                "AK2*837*0001*005010X222A1",
                "IK5*A",
                "AK9*A*1*1*1",
                "SE*6*0001",
                "GE*1*42",
                "IEA*1*000000042");
    }

    @Test
    void shouldTellEachSetApartInAGroupThatIsPartlyAccepted() {
        assertThat(sets(report(GS, P, 3, 2), report(set("0001"), A, List.of()),
                report(set("0002"), E, List.of(SetCode.IMPLEMENTATION_SEGMENTS_IN_ERROR)),
                report(set("0003"), R, List.of(SetCode.SEGMENT_COUNT_WRONG)))).containsExactly(
                "ST*999*0001*005010X231A1", "AK1*HC*7*005010X222A1",
                "AK2*837*0001*005010X222A1", "IK5*A",
                "AK2*837*0002*005010X222A1", "IK5*E*I5",
                "AK2*837*0003*005010X222A1", "IK5*R*4",
                "AK9*P*3*3*2", "SE*10*0001");
    }

    @Test
    void shouldGiveEachGroupASetAndNumberThem() {
        Answers answers = new Answers().open();
        for (GroupHeader group : List.of(GS, group(2, "HC", "8"))) {
            answers.writer.groupOpened(group);
            answers.writer.groupClosed(report(group, R, 0, 0, GroupCode.VERSION_NOT_SUPPORTED));
        }

        assertThat(answers.close().sets(IMPLEMENTATION)).containsExactly(
                "ST*999*0001*005010X231A1", "AK1*HC*7*005010X222A1", "AK9*R*0*0*0*2", "SE*4*0001",
                "ST*999*0002*005010X231A1", "AK1*HC*8*005010X222A1", "AK9*R*0*0*0*2", "SE*4*0002");
        assertThat(answers.interchange(IMPLEMENTATION)).contains("GE*2*42");
    }

    @Test
    void shouldNeverAnswerAnAcknowledgement() {
        for (String functionalId : List.of("FA", "HN")) {
            Answers answers = new Answers().open();
            GroupHeader group = group(1, functionalId, "7");
            answers.writer.groupOpened(group);
            answers.writer.setOpened(new SetHeader(1, "999", "0001", ""));
            answers.writer.setClosed(report(new SetHeader(1, "999", "0001", ""), A, List.of()));
            answers.writer.groupClosed(report(group, A, 1, 1));

            assertThat(answers.close().kinds()).isEmpty();
        }
    }

    @Test
    void shouldTellOfASetThatCannotBeNamedInTheGroupOnly() {
        assertThat(sets(report(GS, R, 1, 0), report(set("1"), R, List.of(SetCode.INVALID_CONTROL_NUMBER)))).containsExactly(
                "ST*999*0001*005010X231A1", "AK1*HC*7*005010X222A1", "AK9*R*1*1*0*5", "SE*4*0001");
    }

    @Test
    void shouldNeverWriteMoreThanFiveCodes() {
        List<SetCode> six = List.of(SetCode.NOT_SUPPORTED, SetCode.TRAILER_MISSING, SetCode.CONTROL_NUMBERS_DIFFER,
                SetCode.SEGMENT_COUNT_WRONG, SetCode.SEGMENTS_IN_ERROR, SetCode.CONTROL_NUMBER_NOT_UNIQUE);

        assertThat(sets(report(GS, R, 1, 0, GroupCode.values()), report(set("0001"), R, six)))
                .contains("IK5*R*1*2*3*4*5", "AK9*R*1*1*0*1*2*3*4*5");
    }

    @Test
    void shouldCountTheSetsReceivedWhenTheTrailerHasNoNumber() {
        GroupReport report = new GroupReport(GS, R, List.of(GroupCode.SET_COUNT_WRONG), "MANY", 2, 0);

        assertThat(sets(report)).contains("AK9*R*2*2*0*5");
    }

    private static List<String> sets(GroupReport group, SetReport... sets) {
        return answer(group, sets).sets(IMPLEMENTATION);
    }

    private static Answers answer(GroupReport group, SetReport... sets) {
        Answers answers = new Answers().open();
        answers.writer.groupOpened(group.header());
        for (SetReport set : sets) {
            answers.writer.setOpened(set.header());
            answers.writer.setClosed(set);
        }
        answers.writer.groupClosed(group);
        answers.close(AcknowledgmentCode.A);
        assertThat(GuideCheck.faults(answers.interchange(IMPLEMENTATION))).isEmpty();
        return answers;
    }
}
