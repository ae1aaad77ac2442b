package io.huiyin.kernel.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/**
 * Reads an old shape of an event as the next one: a pure function on its JSON.
 *
 * @param name the event's name
 * @param from the version it reads
 * @param to the version it writes
 * @param change the function
 */
public record Upcast(String name, int from, int to, UnaryOperator<ObjectNode> change) {}
