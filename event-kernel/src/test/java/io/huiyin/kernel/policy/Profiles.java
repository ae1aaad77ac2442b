package io.huiyin.kernel.policy;

import java.util.HashMap;
import java.util.Map;

/** The files of a service that is nobody's, written out in a test. */
final class Profiles {

    private final Map<String, String> files = new HashMap<>();

    /** With one profile, BASE, and one key, {@code a.limit}. */
    static Profiles some() {
        return new Profiles()
                .file("profiles.yaml", "BASE:\n")
                .file("keys.yaml", key("a.limit", "type: limit"))
                .file("BASE.yaml", "values:\n  a.limit: { limit: PT24H, calendar: elapsed, source: house }\n");
    }

    static String key(String key, String type) {
        return key + ":\n  " + type + "\n  rules: [ X-09 ]\n  meaning: { zh: 时限, en: A limit }\n";
    }

    Profiles file(String name, String text) {
        files.put("profiles/" + name, text);
        return this;
    }

    PolicyCatalogue read() {
        return PolicyCatalogue.read(files::get);
    }
}
