package dev.dateline.enrich.stage;

/** A point on the earth, WGS 84 degrees. */
public record Coordinates(double latitude, double longitude) {

  /**
   * Reads a point from what two columns of a table hold.
   *
   * @throws IllegalArgumentException where they are no numbers, or lie off the earth; the message
   *     shows both
   */
  public static Coordinates parse(String latitude, String longitude) {
    try {
      double north = Double.parseDouble(latitude);
      double east = Double.parseDouble(longitude);
      if (Math.abs(north) <= 90 && Math.abs(east) <= 180) {
        return new Coordinates(north, east);
      }
    } catch (NumberFormatException e) {
      // As wrong as a place off the earth.
    }
    throw new IllegalArgumentException(
        "'" + latitude + ", " + longitude + "' is no latitude and longitude");
  }
}
