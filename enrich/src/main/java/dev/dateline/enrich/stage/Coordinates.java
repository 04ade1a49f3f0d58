package dev.dateline.enrich.stage;

/** A point on the earth, WGS 84 degrees. */
public record Coordinates(double latitude, double longitude) {}
