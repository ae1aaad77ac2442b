package io.huiyin.kernel.rest;

/** The problems every service answers alike, in both languages. */
enum ProblemText {
    INVALID_REQUEST(400, "invalid-request", "The request is not valid.", "请求无效。"),
    UNAUTHENTICATED(401, "unauthenticated", "A valid bearer token is needed.", "需要有效的访问令牌。"),
    FORBIDDEN(403, "forbidden", "This role may not do that.", "该角色无权执行此操作。"),
    NOT_FOUND(404, "not-found", "There is no such thing.", "找不到所请求的对象。"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This address does not take that method.", "该地址不支持此方法。"),
    NOT_ACCEPTABLE(406, "not-acceptable", "None of the accepted types can be answered.", "无法提供所接受的格式。"),
    ALREADY_FILED(409, "already-filed", "The same reference was filed with other content.", "同一编号已登记，但内容不同。"),
    STALE(412, "stale-version", "Somebody changed it in the meantime.", "对象已被他人修改。"),
    TOO_LARGE(413, "too-large", "The body is larger than this address takes.", "请求体过大。"),
    UNSUPPORTED_TYPE(415, "unsupported-media-type", "This address does not take that content type.", "不支持的内容类型。"),
    KEY_REUSED(422, "idempotency-key-reused", "The Idempotency-Key was used for another request.", "该幂等键已用于其他请求。"),
    FAILED(500, "internal-error", "Something went wrong on our side.", "服务器内部错误。"),
    UNAVAILABLE(503, "unavailable", "Not possible at the moment; try again.", "暂时无法处理，请稍后重试。");

    private final int status;
    private final String slug;
    private final String english;
    private final String chinese;

    ProblemText(int status, String slug, String english, String chinese) {
        this.status = status;
        this.slug = slug;
        this.english = english;
        this.chinese = chinese;
    }

    int status() {
        return status;
    }

    String slug() {
        return slug;
    }

    String title(boolean inChinese) {
        return inChinese ? chinese : english;
    }

    static ProblemText of(int status) {
        for (ProblemText text : values()) {
            if (text.status == status && text != ALREADY_FILED) {
                return text;
            }
        }
        return status >= 500 ? FAILED : INVALID_REQUEST;
    }
}
