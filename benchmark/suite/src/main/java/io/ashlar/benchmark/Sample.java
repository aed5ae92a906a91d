package io.ashlar.benchmark;

/** What a call of one contender took in one round, on average: nanoseconds of wall time and CPU, bytes allocated. */
record Sample(Operation operation, String contender, int threads, int round, double wall, double cpu, double bytes) {}
