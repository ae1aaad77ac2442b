package io.huiyin.embedded;

/** How a program of ours reaches the database of a service as PostgreSQL's superuser, past all that the service itself may do. */
public record Database(String url, String user, String password) {}
