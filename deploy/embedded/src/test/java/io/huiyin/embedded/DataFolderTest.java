package io.huiyin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path parent;

    @Test
    void anAbsentOrEmptyFolderBecomesOurs() throws IOException {
        DataFolder absent = DataFolder.open(parent.resolve("absent"));
        Path empty = Files.createDirectory(parent.resolve("empty"));
        DataFolder.open(empty);
        assertEquals(absent, DataFolder.open(absent.root()));
        assertTrue(DataFolder.existing(empty).isPresent());
    }

    @Test
    void aFolderOfSomebodyElseIsLeftAlone() throws IOException {
        Path file = Files.createFile(parent.resolve("thesis.txt"));
        UserError refused = assertThrows(UserError.class, () -> DataFolder.open(parent));
        assertTrue(refused.getMessage().contains("is not a data folder of Huiyin"));
        assertFalse(refused.getMessage().contains("\n"));
        assertTrue(Files.exists(file));
        assertFalse(DataFolder.existing(parent).isPresent());
    }

    @Test
    void clearingDeletesTheDataAndKeepsTheFolderOurs() throws IOException {
        DataFolder folder = DataFolder.open(parent.resolve("data"));
        Keys.in(folder.keys());
        folder.clear();
        assertFalse(Files.exists(folder.keys()));
        assertEquals(folder, DataFolder.open(folder.root()));
    }
}
