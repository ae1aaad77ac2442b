package io.huiyin.report.page;

import java.util.Locale;
import java.util.Map;

/** How names and numbers are shown. */
final class Labels {

    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("phone", "电话"),
            Map.entry("email", "电子邮件"),
            Map.entry("letter", "信函"),
            Map.entry("fax", "传真"),
            Map.entry("web", "网站"),
            Map.entry("social", "社交媒体"),
            Map.entry("visit", "来访"),
            Map.entry("box", "意见箱"),
            Map.entry("service-sheet", "服务单"),
            Map.entry("survey", "满意度调查"),
            Map.entry("technician", "服务人员转告"),
            Map.entry("agent", "代理商"),
            Map.entry("supplier", "供方"),
            Map.entry("referral", "外部转办"),
            Map.entry("follow-up", "回访"),
            Map.entry("internal", "内部"),
            Map.entry("ordinary", "一般"),
            Map.entry("important", "重要"),
            Map.entry("major", "重大"),
            Map.entry("minor", "轻微"),
            Map.entry("critical", "严重"),
            Map.entry("product-quality", "产品质量"),
            Map.entry("service", "服务"),
            Map.entry("quality", "质量"),
            Map.entry("non-quality", "非质量"),
            Map.entry("other", "其他"));

    private Labels() {}

    /** A word of our own vocabulary in the reader's language; any other text as it is. */
    static String word(String text, boolean chinese) {
        String known = CHINESE.get(text);
        if (known == null) {
            return text;
        }
        return chinese
                ? known
                : text.substring(0, 1).toUpperCase(Locale.ROOT)
                        + text.substring(1).replace('-', ' ');
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** At most so wide, counted in Latin letters; Chinese ones count twice. */
    static String shortened(String text, int width) {
        int used = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            used += isWide(text.codePointAt(i)) ? 2 : 1;
            if (used > width) {
                return cut(text, width - 1) + "…";
            }
        }
        return text;
    }

    private static String cut(String text, int width) {
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            used += isWide(point) ? 2 : 1;
            if (used > width) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end).stripTrailing();
    }

    private static boolean isWide(int point) {
        return point >= 0x1100;
    }
}
