package io.huiyin.report.page;

import io.huiyin.report.ReportAnswer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A report as a page that can be read, printed and filed. */
@ApplicationScoped
public class ReportHtml {

    @CheckedTemplate(basePath = "")
    static class Templates {

        private Templates() {}

        static native TemplateInstance report(ReportPage page);
    }

    /** The page in Chinese or English. */
    public Uni<String> render(ReportAnswer report, boolean chinese) {
        return Templates.report(new ReportPage(report, chinese)).createUni();
    }
}
