package io.huiyin.bench;

/** The people of the made-up company, each with the one role that his steps need. */
public final class Staff {

    public static final Person AGENT = Person.of("李娜", "agent");
    public static final Person OWNER = Person.of("王芳", "complaint-owner");
    public static final Person QUALITY = Person.of("陈强", "quality").in("质量部");
    public static final Person PRODUCTION = Person.of("赵刚", "production").in("生产部");
    public static final Person GENERAL_MANAGER = Person.of("周总", "general-manager");
    public static final Person CHAIRMAN = Person.of("董事长", "chairman");
    public static final Person CALLER = Person.of("孙丽", "followup-agent");
    public static final Person SUPERVISOR = Person.of("吴主管", "followup-supervisor");
    public static final Person LEADER = Person.of("郑经理", "leader");
    public static final Person INSPECTOR = Person.of("何检", "inspector");
    public static final Person WAREHOUSE = Person.of("库管", "warehouse");
    public static final Person SITE_BOARD = Person.of("现场评审", "mrb-site");
    public static final Person COMPANY_BOARD = Person.of("公司评审", "mrb-company");
    public static final Person AUDITOR = Person.of("审计", "auditor");
    public static final Person ADMIN = Person.of("bench", "admin");

    private Staff() {}
}
