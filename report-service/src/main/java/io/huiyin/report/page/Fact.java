package io.huiyin.report.page;

/**
 * One figure that stands out.
 *
 * @param below what it is made of
 * @param tone met, missed or unknown
 */
public record Fact(String name, String figure, String below, String tone) {

    static Fact plain(String name, String figure, String below) {
        return new Fact(name, figure, below, "unknown");
    }
}
