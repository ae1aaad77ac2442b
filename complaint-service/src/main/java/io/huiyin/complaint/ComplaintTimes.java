package io.huiyin.complaint;

import io.huiyin.complaint.ComplaintCommand.TimePasses;
import io.huiyin.kernel.timer.TimedAggregate;
import jakarta.inject.Singleton;

/** Time as it asks cases for what came due (CMP-28, G10). */
@Singleton
class ComplaintTimes extends TimedAggregate<ComplaintCommand, Complaint, ComplaintEvent> {

    ComplaintTimes(Complaints complaints) {
        super(complaints.handler(), TimePasses::new);
    }
}
