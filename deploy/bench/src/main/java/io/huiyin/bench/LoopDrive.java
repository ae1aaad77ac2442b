package io.huiyin.bench;

import io.huiyin.embedded.Access;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Drives made-up cases through the loop for somebody who takes the time of it. */
public final class LoopDrive {

    /**
     * What was driven.
     *
     * @param commands POSTs that were sent, refused ones too
     * @param stuck what could not be driven to its end
     */
    public record Driven(long commands, Duration took, List<String> stuck) {}

    private final Client client;

    public LoopDrive(Access access) {
        this.client = new Client(access);
    }

    /** Drives so many, from this working day on. */
    public Driven drive(int cases, long seed, int threads, LocalDate firstDay) {
        long sent = Client.sent();
        long began = System.nanoTime();
        LoopLedger ledger = new LoopGenerator(client, new LoopGenerator.Plan(cases, seed, threads, firstDay)).run();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new Driven(Client.sent() - sent, took, ledger.stuck());
    }
}
