package io.huiyin.report.page;

import java.util.Locale;
import java.util.Map;

/** How names and numbers are shown. */
final class Labels {

    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("destruction", "销毁"),
            Map.entry("redo-the-service", "重新服务"),
            Map.entry("reject-documents", "退回单据"),
            Map.entry("recall", "召回"),
            Map.entry("compensation", "赔偿"),
            Map.entry("incoming-inspection", "进货检验"),
            Map.entry("first-article-inspection", "首件检验"),
            Map.entry("process-inspection", "过程检验"),
            Map.entry("final-inspection", "出厂检验"),
            Map.entry("stock-inspection", "库存检验"),
            Map.entry("daily-check", "日常检查"),
            Map.entry("monthly-quality-assessment", "月度质量考核"),
            Map.entry("management-spot-check", "管理抽查"),
            Map.entry("internal-audit", "内部审核"),
            Map.entry("management-review", "管理评审"),
            Map.entry("third-party-audit", "第三方审核"),
            Map.entry("customer-complaint", "客户投诉"),
            Map.entry("satisfaction-survey", "满意度调查"),
            Map.entry("customer-return", "客户退货"),
            Map.entry("customer-site-fault", "客户现场故障"),
            Map.entry("usage", "使用中发现"),
            Map.entry("raw-material", "原材料"),
            Map.entry("auxiliary-material", "辅料"),
            Map.entry("purchased-item", "外购件"),
            Map.entry("in-process", "在制品"),
            Map.entry("semi-finished", "半成品"),
            Map.entry("finished", "成品"),
            Map.entry("delivered", "已交付"),
            Map.entry("returned", "退回品"),
            Map.entry("tool", "工具"),
            Map.entry("equipment", "设备"),
            Map.entry("facility", "设施"),
            Map.entry("outsourced-service", "外包服务"),
            Map.entry("environment", "环境"),
            Map.entry("document", "文件"),
            Map.entry("business-activity", "业务活动"),
            Map.entry("exchange", "换货"),
            Map.entry("make-up", "补货"),
            Map.entry("sort-and-use", "挑选使用"),
            Map.entry("use-after-processing", "加工后使用"),
            Map.entry("special-acceptance", "特采"),
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
            Map.entry("other", "其他"),
            Map.entry("registered", "已登记"),
            Map.entry("clarifying", "待补充"),
            Map.entry("accepted", "已受理"),
            Map.entry("declined", "不受理"),
            Map.entry("classified", "已分类"),
            Map.entry("investigating", "调查中"),
            Map.entry("liability-determined", "责任已判定"),
            Map.entry("approval-pending", "待审批"),
            Map.entry("approved", "已批准"),
            Map.entry("communicated", "已告知客户"),
            Map.entry("rejected-by-customer", "客户不接受"),
            Map.entry("implementing", "实施中"),
            Map.entry("implemented", "已实施"),
            Map.entry("verified", "已验证"),
            Map.entry("closed", "已关闭"),
            Map.entry("imported", "历史导入"),
            Map.entry("own", "本公司"),
            Map.entry("customer", "客户"),
            Map.entry("transport", "运输方"),
            Map.entry("shared", "共同责任"),
            Map.entry("none", "无责任方"),
            Map.entry("handling", "装卸搬运"),
            Map.entry("misuse", "使用不当"),
            Map.entry("reported", "已报告"),
            Map.entry("segregated", "已隔离"),
            Map.entry("confirmed", "已确认"),
            Map.entry("cleared", "已解除"),
            Map.entry("under-review", "评审中"),
            Map.entry("disposition-proposed", "处置待批"),
            Map.entry("disposition-approved", "处置已批"),
            Map.entry("executed", "已执行"),
            Map.entry("reinspection", "待复检"),
            Map.entry("rework", "返工"),
            Map.entry("repair", "返修"),
            Map.entry("concession", "让步接收"),
            Map.entry("regrade", "降级"),
            Map.entry("reject", "拒收"),
            Map.entry("return-to-supplier", "退回供方"),
            Map.entry("scrap", "报废"),
            Map.entry("redo", "重做"),
            Map.entry("replace", "更换"),
            Map.entry("apology", "致歉"),
            Map.entry("urgent-release", "紧急放行"),
            Map.entry("proposed", "已提出"),
            Map.entry("assigned", "已指派"),
            Map.entry("in-progress", "进行中"),
            Map.entry("to-verify", "待验证"));

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
