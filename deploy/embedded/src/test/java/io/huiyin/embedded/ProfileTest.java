package io.huiyin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {

    @TempDir
    Path parent;

    private DataFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = DataFolder.open(parent.resolve("data"));
    }

    @Test
    void noneIsChosenAtFirst() throws IOException {
        assertEquals(Optional.empty(), Profile.of(folder));
    }

    @Test
    void theFolderRemembersTheOneChosenLast() throws IOException {
        Profile.choose(folder, "MACHINERY");
        Profile.choose(folder, "B2B-SALES");

        assertEquals(Optional.of("B2B-SALES"), Profile.of(DataFolder.open(folder.root())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "machinery", "../MACHINERY", "A B"})
    void whatCannotBeANameIsRefused(String name) throws IOException {
        UserError refused = assertThrows(UserError.class, () -> Profile.choose(folder, name));

        assertEquals(
                "--profile takes a name in capitals such as MACHINERY, not \"" + name + "\"", refused.getMessage());
        assertEquals(Optional.empty(), Profile.of(folder));
    }
}
