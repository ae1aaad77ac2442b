package io.huiyin.complaint;

import io.huiyin.complaint.Complaint.Case;
import io.huiyin.complaint.Complaint.NonconformityLink;
import io.huiyin.complaint.ComplaintCommand.LinkFollowUp;
import io.huiyin.complaint.ComplaintCommand.NoteNonconformity;
import io.huiyin.complaint.ComplaintEvent.FollowUpLinked;
import io.huiyin.complaint.ComplaintEvent.NonconformityNoted;
import java.util.List;

/** What other services report of a case is noted in every state and changes none. */
final class ComplaintLinks {

    private ComplaintLinks() {}

    static List<ComplaintEvent> note(NoteNonconformity command, Case complaint) {
        NonconformityLink link = new NonconformityLink(command.nonconformityId(), command.number(), command.stage());
        return complaint.links().nonconformities().contains(link)
                ? List.of()
                : List.of(new NonconformityNoted(command.nonconformityId(), command.number(), command.stage()));
    }

    static List<ComplaintEvent> link(LinkFollowUp command, Case complaint) {
        return complaint.links().followUpIds().contains(command.followUpId())
                ? List.of()
                : List.of(new FollowUpLinked(command.followUpId()));
    }
}
