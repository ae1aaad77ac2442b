package io.huiyin.kernel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.huiyin.kernel.notes.Api;
import io.huiyin.kernel.notes.Database;
import io.huiyin.kernel.notes.NotesProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service's own role cannot rewrite what happened. */
@QuarkusTest
@TestProfile(NotesProfile.class)
class DatabaseRoleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set data = '{}'",
                "delete from event",
                "truncate event",
                "delete from idempotency_key",
                "update idempotency_key set answer = ''",
                "delete from natural_key",
                "delete from number_series",
                "update policy_reaction set policy = 'another'",
                "update policy_reaction set cause = stream, event = null",
                "delete from policy_reaction",
                "update log_epoch set epoch = 2",
                "select begin_restored_epoch()",
                "alter table event disable trigger all",
                "drop table event",
                "create table mine (x integer)"
            })
    void theServiceMayNotRewriteThePast(String sql) throws SQLException {
        Api.write("kept");
        try (Connection connection = Database.connect(Database.Role.APP);
                Statement statement = connection.createStatement()) {
            SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql));
            assertEquals("42501", refused.getSQLState(), refused.getMessage());
        }
    }
}
