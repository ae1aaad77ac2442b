package io.huiyin.report.content;

import io.huiyin.report.action.views.register.ActionRegisterProjection;
import io.huiyin.report.action.views.register.ActionSnapshot;
import io.huiyin.report.action.views.register.ActionSnapshot.Line;
import io.huiyin.report.statistics.Span;
import io.huiyin.report.views.facts.FactSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Takes actions from the register of this service, in the snapshot of the other figures. */
@ApplicationScoped
public class RegisteredActions implements ActionRegister {

    @Override
    public String view() {
        return ActionRegisterProjection.NAME;
    }

    @Override
    public Uni<Actions> read(FactSnapshot snapshot, Span period, LocalDate today, int limit) {
        ActionSnapshot register = new ActionSnapshot(snapshot.connection());
        return Uni.combine()
                .all()
                .unis(
                        register.effectiveness(period.from(), period.to(), null),
                        register.counts(today, null),
                        register.open(today, false, null, limit))
                .with((effectiveness, counts, open) -> new Actions(
                        effectiveness.due(),
                        effectiveness.effective(),
                        counts.open(),
                        open.stream().map(RegisteredActions::line).toList()));
    }

    private static OpenAction line(Line line) {
        return new OpenAction(
                line.id(),
                line.number(),
                line.problem(),
                line.department(),
                line.person(),
                line.dueOn(),
                line.overdue(),
                line.status());
    }
}
