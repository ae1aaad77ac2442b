package io.huiyin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The kind of organisation an installation is run for: the policy profile of all its services. The folder remembers it, because a start
 * without a word must not change the rules of the cases in it. Whether there is such a profile the services know.
 */
final class Profile {

    static final String OPTION = "--profile";

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9-]{0,39}");

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
     * @throws UserError for what cannot be a name
     */
    static void choose(DataFolder folder, String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new UserError(OPTION + " takes a name in capitals such as MACHINERY, not \"" + name + "\"");
        }
        Path unfinished = folder.profile().resolveSibling("profile.unfinished");
        Files.writeString(unfinished, name);
        Files.move(unfinished, folder.profile(), StandardCopyOption.ATOMIC_MOVE);
    }
}
