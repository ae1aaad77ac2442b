package io.huiyin.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a program reaches an installation of this machine: the addresses of its services, and tokens for them. */
public final class Access {

    private final Path data;
    private final Map<String, String> urls;
    private final RSAPrivateKey key;

    private Access(Path data, Map<String, String> urls, RSAPrivateKey key) {
        this.data = data;
        this.urls = urls;
        this.key = key;
    }

    /** To the installation that {@code deploy/up} runs on this data folder, on the ports this process's environment names. */
    public static Access to(Path data) throws IOException {
        DataFolder folder = DataFolder.existing(data)
                .orElseThrow(
                        () -> new UserError(data + " is not a data folder of Huiyin: start deploy/up on it first"));
        return to(folder, new Installation(Installation.root(), folder, System.getenv()));
    }

    static Access to(DataFolder folder, Installation installation) throws IOException {
        Map<String, String> urls = installation.services().stream()
                .collect(Collectors.toMap(Installation.Service::name, Installation.Service::url));
        return new Access(folder.root(), urls, Keys.in(folder.keys()).privateKey());
    }

    /** The data folder of {@code deploy/up} without {@code --data}. */
    public static Path defaultData() {
        return Installation.defaultDataFolder();
    }

    /** The checkout whose services run. */
    public static Path root() {
        return Installation.root();
    }

    public Path data() {
        return data;
    }

    /** The address of a service: complaint, followup, nonconformity or report. */
    public String url(String service) {
        String url = urls.get(service);
        if (url == null) {
            throw new IllegalArgumentException("no service " + service);
        }
        return url;
    }

    /** A bearer token; the words are those of {@code deploy/token}. */
    public String token(List<String> words) {
        return Token.sign(Token.claims(Token.options(words), Instant.now()), key);
    }
}
