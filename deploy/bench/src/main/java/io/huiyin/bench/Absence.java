package io.huiyin.bench;

import io.huiyin.embedded.OwnInstallation;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One service is away while the others are worked on, and comes back when its own turn is. */
final class Absence implements Shifts {

    private final OwnInstallation installation;
    private final Client client;
    private final Service absent;

    Absence(OwnInstallation installation, Client client, Service absent) {
        this.installation = installation;
        this.client = client;
        this.absent = absent;
    }

    @Override
    public void begin(Service service) {
        if (service == absent) {
            start();
        } else if (installation.isRunning(absent.id())) {
            publishEverything();
            installation.stop(absent.id());
        }
    }

    @Override
    public void end() {
        start();
    }

    private void start() {
        try {
            installation.start(List.of(absent.id()));
        } catch (IOException e) {
            throw new Unexpected(absent + " does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
    }

    private String aList() {
        return switch (absent) {
            case COMPLAINT -> "/v1/complaints?limit=1";
            case FOLLOWUP -> "/v1/follow-ups?limit=1";
            case NONCONFORMITY -> "/v1/nonconformities?limit=1";
            case REPORT -> "/v1/reports?limit=1";
        };
    }

    /** The others go on with what it has said; what it has only written down it would say when it is back. */
    private void publishEverything() {
        @Nullable String position = client.lastPosition(absent);
        if (position != null) {
            client.getAtLeast(Staff.AUDITOR, absent, aList(), position).ok();
        }
    }
}
