package io.huiyin.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void eachPlaceTakesItsNumberInItsWidth() {
        assertEquals("键 0042, 7, tail", written(new Template("键 ####, #, tail"), 42, 7));
    }

    @Test
    void aNumberThatIsTooLongLosesItsFirstDigits() {
        assertEquals("45", written(new Template("##"), 12_345));
    }

    @Test
    void thePlacesOfTheKeyCountBeforeThoseOfTheBody() {
        String text = written(Template.post("here:1", "/a", "", "k-##", "{\"n\":##}"), 1, 2);
        assertEquals(
                "POST /a HTTP/1.1\r\nHost: here:1\r\nContent-Type: application/json\r\nIdempotency-Key: k-01\r\n"
                        + "Content-Length: 8\r\n\r\n{\"n\":02}",
                text);
    }

    private static String written(Template template, long... numbers) {
        ByteBuffer out = ByteBuffer.allocate(1000);
        template.write(out, numbers);
        return new String(out.array(), 0, out.position(), StandardCharsets.UTF_8);
    }
}
