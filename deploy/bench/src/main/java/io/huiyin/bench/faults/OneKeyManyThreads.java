package io.huiyin.bench.faults;

import static io.huiyin.bench.Json.object;

import io.huiyin.bench.Answer;
import io.huiyin.bench.Asked;
import io.huiyin.bench.Client;
import io.huiyin.bench.Service;
import io.huiyin.bench.Staff;
import io.huiyin.bench.faults.check.Difference.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** F16: the same filing is sent by 16 threads at once under one key, and the service is killed meanwhile: one complaint, one answer. */
final class OneKeyManyThreads implements Fault {

    private static final int THREADS = 16;
    private static final int FILINGS = 4;

    @Override
    public String id() {
        return "F16";
    }

    @Override
    public String what() {
        return "one key from " + THREADS + " threads and a kill";
    }

    @Override
    public void strike(Strike strike) throws IOException, InterruptedException {
        Client client = strike.site().privileged();
        List<Asked> filings = IntStream.range(0, FILINGS)
                .mapToObj(number -> Client.command(
                        Staff.AGENT,
                        Service.COMPLAINT,
                        "/v1/complaints",
                        object(
                                "channel",
                                "web",
                                "anonymous",
                                true,
                                "description",
                                "匿名来信 " + number,
                                "demand",
                                "repair")))
                .toList();
        CompletableFuture<List<Answer>> answers = CompletableFuture.supplyAsync(() ->
                Crowd.together(THREADS * FILINGS, seat -> client.post(filings.get(seat % FILINGS), Map.of())));
        strike.pause(0, 40);
        strike.kill(Service.COMPLAINT);
        strike.start(Service.COMPLAINT.id());
        List<Answer> got = answers.join();
        long different = got.stream().map(Answer::text).distinct().count();
        if (different != FILINGS || got.stream().anyMatch(answer -> answer.status() != 201)) {
            strike.found(
                    Kind.UNTRUE,
                    "F16",
                    FILINGS + " filings under one key each have " + different + " answers: "
                            + got.stream()
                                    .map(answer -> answer.status() + " " + answer.text())
                                    .distinct()
                                    .toList());
        }
    }
}
