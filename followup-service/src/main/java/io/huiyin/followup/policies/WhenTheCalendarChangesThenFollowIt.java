package io.huiyin.followup.policies;

import io.huiyin.kernel.calendar.source.Calendars;
import io.huiyin.kernel.policy.FollowedPolicy;
import io.huiyin.kernel.policy.PolicyBook;
import io.huiyin.kernel.store.EventStore;
import jakarta.inject.Singleton;

/** The company has one business calendar: complaint-service decides on it, and days and hours are counted alike everywhere. */
@Singleton
public class WhenTheCalendarChangesThenFollowIt extends FollowedPolicy {

    WhenTheCalendarChangesThenFollowIt(PolicyBook policies, EventStore store) {
        super("when-the-calendar-changes-then-follow-it", "complaint-events", Calendars.KEY, policies, store);
    }
}
