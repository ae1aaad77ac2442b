package io.huiyin.followup.task;

/** What the customer answered to a question. */
public record GivenAnswer(String question, String value) {}
