package io.huiyin.followup.task.views.agentday;

import io.huiyin.followup.task.views.agentday.AgentDayRow.Hour;
import io.huiyin.followup.task.views.agentday.AgentDayRow.Hours;
import io.huiyin.kernel.event.EventJson;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** An agent's day as it is read: the serving generation. */
@Entity
@Immutable
@Table(name = "agent_day")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class AgentDayEntry extends PanacheEntityBase {

    @Id
    @Column(name = "key")
    public String dayKey;

    public String agent;
    public LocalDate day;

    @Column(name = "hours")
    public String hoursJson;

    List<Hour> hours() {
        return EventJson.read(hoursJson, Hours.class).list();
    }
}
