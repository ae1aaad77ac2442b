package io.huiyin.report.statistics;

/** How many complaints, and what is known about them. */
public record Tally(long count, long timelyYes, long timelyNo, long disputedYes, long disputedNo) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(
                count + other.count,
                timelyYes + other.timelyYes,
                timelyNo + other.timelyNo,
                disputedYes + other.disputedYes,
                disputedNo + other.disputedNo);
    }

    /** Settled in time. */
    public Answered timely() {
        return Answered.of(timelyYes, timelyNo, count);
    }

    /** Disputed by the customer. */
    public Answered disputed() {
        return Answered.of(disputedYes, disputedNo, count);
    }
}
