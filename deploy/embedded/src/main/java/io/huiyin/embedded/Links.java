package io.huiyin.embedded;

/**
 * Where the services and whoever asks the broker are told that the stores are, when something of ours stands between: a program that
 * cuts and slows what goes through it.
 *
 * @param postgres the port that leads to PostgreSQL
 * @param kafka the port that leads to the broker
 */
public record Links(int postgres, int kafka) {}
