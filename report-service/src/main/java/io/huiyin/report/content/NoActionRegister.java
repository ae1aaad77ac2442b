package io.huiyin.report.content;

import io.huiyin.report.statistics.Span;
import io.huiyin.report.views.facts.FactSnapshot;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Stands in while there is no register: no action is due, none is open. */
@DefaultBean
@ApplicationScoped
public class NoActionRegister implements ActionRegister {

    @Override
    public List<String> views() {
        return List.of();
    }

    @Override
    public Uni<Actions> read(FactSnapshot snapshot, Span period, int limit) {
        return Uni.createFrom().item(Actions.NONE);
    }
}
