package io.huiyin.bench;

/** The people of the made-up company, each with the one role that his steps need. */
final class Staff {

    static final Person AGENT = Person.of("李娜", "agent");
    static final Person OWNER = Person.of("王芳", "complaint-owner");
    static final Person QUALITY = Person.of("陈强", "quality").in("质量部");
    static final Person PRODUCTION = Person.of("赵刚", "production").in("生产部");
    static final Person GENERAL_MANAGER = Person.of("周总", "general-manager");
    static final Person CHAIRMAN = Person.of("董事长", "chairman");
    static final Person CALLER = Person.of("孙丽", "followup-agent");
    static final Person SUPERVISOR = Person.of("吴主管", "followup-supervisor");
    static final Person LEADER = Person.of("郑经理", "leader");
    static final Person INSPECTOR = Person.of("何检", "inspector");
    static final Person WAREHOUSE = Person.of("库管", "warehouse");
    static final Person SITE_BOARD = Person.of("现场评审", "mrb-site");
    static final Person COMPANY_BOARD = Person.of("公司评审", "mrb-company");
    static final Person AUDITOR = Person.of("审计", "auditor");
    static final Person ADMIN = Person.of("bench", "admin");

    private Staff() {}
}
