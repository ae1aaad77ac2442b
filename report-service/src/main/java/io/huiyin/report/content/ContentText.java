package io.huiyin.report.content;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.huiyin.kernel.command.Fingerprint;
import io.huiyin.kernel.event.EventJson;
import java.io.IOException;

/**
 * A report's content as exact text: compact JSON, members in their order, no fractions. Inside another document it stands as a
 * JSON object, character by character, and reading it back gives the same text; so its hash holds wherever it is shown.
 */
@JsonSerialize(using = ContentText.Writer.class)
@JsonDeserialize(using = ContentText.Reader.class)
public record ContentText(String json) {

    /** The text of a content. */
    public static ContentText of(ReportContent content) {
        return new ContentText(EventJson.write(content));
    }

    /** SHA-256 of the text's UTF-8 bytes. */
    public String hash() {
        return Fingerprint.ofText(json);
    }

    /** The content that the text says. */
    public ReportContent content() {
        return EventJson.read(json, ReportContent.class);
    }

    static final class Writer extends StdSerializer<ContentText> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(ContentText.class);
        }

        @Override
        public void serialize(ContentText value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeRawValue(value.json());
        }
    }

    static final class Reader extends StdDeserializer<ContentText> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(ContentText.class);
        }

        @Override
        public ContentText deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode tree = context.readTree(in);
            return new ContentText(EventJson.write(tree));
        }
    }
}
