package io.huiyin.report.content;

import io.huiyin.report.Inputs;
import io.huiyin.report.SectionMark;
import java.util.List;
import java.util.Map;

/** A content with what is known about it without reading it. */
public record Compilation(
        List<SectionMark> sections,
        Inputs inputs,
        Map<String, String> computedFrom,
        String contentHash,
        ContentText content) {

    static Compilation of(ReportContent content) {
        ContentText text = ContentText.of(content);
        List<SectionMark> marks = content.sections().stream()
                .map(section -> new SectionMark(section.key(), section.none(), section.isFilled()))
                .toList();
        return new Compilation(marks, content.inputs(), content.computedFrom(), text.hash(), text);
    }
}
