package io.huiyin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kind of organisation an installation is run for: the policy profile of all its services. The folder remembers it, because a start
 * without a word must not change the rules of the cases in it.
 */
final class Profile {

    static final String OPTION = "--profile";

    private static final Pattern NAMED = Pattern.compile("^([A-Z][A-Z0-9-]*):");

    private Profile() {}

    /** The one that was chosen, if any ever was. */
    static Optional<String> of(DataFolder folder) throws IOException {
        return Files.exists(folder.profile())
                ? Optional.of(Files.readString(folder.profile()).strip())
                : Optional.empty();
    }

    /**
     * Chooses one, from the next start on.
     *
     * @param shipped the file that names all there are
     * @throws UserError for any other name; the one chosen before stays
     */
    static void choose(DataFolder folder, Path shipped, String name) throws IOException {
        List<String> known = Files.readAllLines(shipped).stream()
                .map(NAMED::matcher)
                .filter(Matcher::find)
                .map(line -> line.group(1))
                .toList();
        if (!known.contains(name)) {
            throw new UserError(
                    "there is no profile " + name + "; " + OPTION + " takes one of " + String.join(", ", known));
        }
        Path unfinished = folder.profile().resolveSibling("profile.unfinished");
        Files.writeString(unfinished, name);
        Files.move(unfinished, folder.profile(), StandardCopyOption.ATOMIC_MOVE);
    }
}
