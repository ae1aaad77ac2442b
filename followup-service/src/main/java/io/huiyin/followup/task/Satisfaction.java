package io.huiyin.followup.task;

/** How satisfied the customer is: a score from 0 to the top of a scale. */
public record Satisfaction(int score, int scale) {}
