package io.huiyin.bench;

import io.huiyin.embedded.OwnInstallation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page "The whole loop by curl": what stands on it in bash, and what comes of typing it. */
final class LoopPage {

    private static final Pattern BASH = Pattern.compile("(?ms)^```bash\\n(.*?)^```$");

    private final Path root;

    LoopPage(Path root) {
        this.root = root;
    }

    String commands() throws IOException {
        return BASH.matcher(Files.readString(root.resolve("deploy/LOOP.md")))
                .results()
                .map(MatchResult::group)
                .map(block -> block.replaceAll("(?m)^```(bash)?$", ""))
                .collect(Collectors.joining("\n"));
    }

    /** Types all of it into one bash, in the root of the checkout; answers what it said. */
    List<String> type(OwnInstallation installation, Path script) throws IOException, InterruptedException {
        // The first answer that is not what the page says ends it.
        Files.writeString(script, "set -euo pipefail\n" + commands());
        ProcessBuilder bash = new ProcessBuilder("bash", script.toAbsolutePath().toString())
                .directory(root.toFile())
                .redirectErrorStream(true);
        bash.environment().putAll(installation.environment());
        bash.environment().put("HUIYIN_DATA", installation.access().data().toString());
        bash.environment().put("LC_ALL", "C.UTF-8");
        Process typing = bash.start();
        typing.getOutputStream().close();
        List<String> said = new String(typing.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (!typing.waitFor(10, TimeUnit.SECONDS) || typing.exitValue() != 0) {
            throw new Unexpected("deploy/LOOP.md does not end as it says:\n" + String.join("\n", said));
        }
        return said;
    }
}
