package io.huiyin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        Profile.choose(folder, Installation.profiles(), "MACHINERY");
        Profile.choose(folder, Installation.profiles(), "B2B-SALES");

        assertEquals(Optional.of("B2B-SALES"), Profile.of(DataFolder.open(folder.root())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "machinery", "../MACHINERY", "A B", "MACHINARY"})
    void aNameThatNoServiceKnowsIsRefused(String name) throws IOException {
        Profile.choose(folder, Installation.profiles(), "HOSPITAL");
        UserError refused = assertThrows(UserError.class, () -> Profile.choose(folder, Installation.profiles(), name));

        String message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith("there is no profile " + name + "; --profile takes one of GENERAL, "), message);
        assertEquals(Optional.of("HOSPITAL"), Profile.of(folder), "the one before stays");
    }
}
