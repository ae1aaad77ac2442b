package io.huiyin.kernel.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    private static boolean chinese(@Nullable List<String> accepted) {
        HttpHeaders headers = (HttpHeaders) Proxy.newProxyInstance(
                HttpHeaders.class.getClassLoader(), new Class<?>[] {HttpHeaders.class}, (self, method, arguments) -> {
                    if (method.getName().equals("getRequestHeader")) {
                        return accepted;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
        return Languages.chinese(headers);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | true",
                "zh-Hant-TW | true",
                "en | false",
                "en, zh | false",
                "zh, en | true",
                "en;q=0.1, zh;q=0.9 | true",
                "de, zh;q=0.1 | true",
                "zha | false",
                "* | false",
                "de | false",
                ";;; | false",
                "zh;q=2 | false"
            })
    void theFirstOfBothThatIsAskedForIsSpoken(String header, boolean chinese) {
        assertEquals(chinese, chinese(List.of(header)));
    }

    @Test
    void englishIsSpokenWhereNothingIsAskedFor() {
        assertEquals(false, chinese(null));
        assertEquals(false, chinese(List.of()));
        assertEquals(true, chinese(List.of("fr", "zh")));
    }
}
