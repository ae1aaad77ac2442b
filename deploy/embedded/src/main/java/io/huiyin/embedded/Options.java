package io.huiyin.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The command line of one of our commands, taken apart: options in any order, and at most one plain argument. */
public final class Options {

    private final Map<String, String> values = new HashMap<>();
    private Optional<String> argument = Optional.empty();

    private Options() {}

    /** Refuses what is neither a flag nor an option with its value; {@code --option=value} is taken too. */
    public static Options parse(List<String> words, Set<String> flags, Set<String> withValue, boolean takesArgument) {
        Options options = new Options();
        Deque<String> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            String word = rest.remove();
            int equals = word.indexOf('=');
            String name = word.startsWith("--") && equals > 0 ? word.substring(0, equals) : word;
            if (withValue.contains(name)) {
                String value = equals > 0 ? word.substring(equals + 1) : rest.poll();
                if (value == null) {
                    throw new UsageError(name + " needs a value");
                }
                options.values.put(name, value);
            } else if (flags.contains(word)) {
                options.values.put(word, "");
            } else if (takesArgument && !word.startsWith("-") && options.argument.isEmpty()) {
                options.argument = Optional.of(word);
            } else {
                throw new UsageError((word.startsWith("-") ? "unknown option " : "unexpected argument ") + word);
            }
        }
        return options;
    }

    public boolean has(String flag) {
        return values.containsKey(flag);
    }

    public Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /** The whole number that was given, or the usual one. */
    public long number(String option, long usual) {
        String text = values.get(option);
        try {
            return text == null ? usual : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UsageError(option + " " + text + " is no number");
        }
    }

    /** The names that were given, separated by commas, each one of the known; all of these when the option is absent. */
    public List<String> names(String option, List<String> known) {
        String text = values.get(option);
        List<String> names = text == null ? known : List.of(text.split(",", -1));
        for (String name : names) {
            if (!known.contains(name)) {
                throw new UsageError(option + " " + name + " is unknown, there are: " + String.join(", ", known));
            }
        }
        return names;
    }

    public Optional<String> argument() {
        return argument;
    }
}
