package io.huiyin.embedded;

/** The passwords of the database: of its superuser, of the owner of all tables and of the services at work. */
record Passwords(String superuser, String owner, String app) {

    static final Passwords OF_TESTS = new Passwords("postgres", "owner", "app");
}
