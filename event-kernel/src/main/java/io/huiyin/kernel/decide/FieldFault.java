package io.huiyin.kernel.decide;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON pointer into the request body, such as {@code /customer/name}
 * @param detail what is expected
 */
public record FieldFault(String pointer, String detail) {}
