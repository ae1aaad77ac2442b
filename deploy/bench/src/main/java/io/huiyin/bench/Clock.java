package io.huiyin.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Virtual business time of the installation that is driven. */
public final class Clock {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Person HAND = Person.of("bench-clock", "admin");

    private final Client client;

    public Clock(Client client) {
        this.client = client;
    }

    /** Moves time on to an hour of a day; any service that runs does it for all. */
    public void set(Service through, LocalDate day, LocalTime time) {
        set(through, day.atTime(time).atZone(ZONE).toInstant());
    }

    /** Moves time on to an instant. */
    public void set(Service through, Instant now) {
        client.post(HAND, through, "/v1/clock", Json.object("now", now.toString()))
                .ok();
    }

    public Instant now(Service through) {
        return Instant.parse(client.get(HAND, through, "/v1/clock").ok().string("/now"));
    }
}
