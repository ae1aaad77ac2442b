package io.huiyin.embedded;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Command lines for child JVMs, which run on the JDK and the jars of this one. */
final class Java {

    private Java() {}

    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The command that runs one of our main classes in a small JVM. */
    static List<String> main(Class<?> mainClass, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(executable());
        command.addAll(options);
        command.add("-XX:+UseSerialGC");
        command.add("-cp");
        command.add(classes() + ":" + classes().resolveSibling("lib") + "/*");
        command.add(mainClass.getName());
        command.addAll(arguments);
        return command;
    }

    /** Where our own classes are; the jars they need stand beside them in {@code lib}. */
    static Path classes() {
        @Nullable String home = System.getProperty("huiyin.embedded.home");
        // A program that has us among its jars says where we were built.
        return home == null ? ownSource() : Path.of(home, "classes");
    }

    private static Path ownSource() {
        try {
            return Path.of(Java.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
