package dev.dateline.runtime;

/**
 * What a service says of itself.
 *
 * @param detail one line for a person: what it does, or what is wrong and what to do next
 */
public record Health(State state, String detail) {

  /** STARTING and UP are well; DOWN needs a look; STOPPED is the end of an orderly close. */
  public enum State {
    STARTING,
    UP,
    DOWN,
    STOPPED
  }

  public static Health starting(String detail) {
    return new Health(State.STARTING, detail);
  }

  public static Health up(String detail) {
    return new Health(State.UP, detail);
  }

  public static Health down(String detail) {
    return new Health(State.DOWN, detail);
  }

  public static Health stopped() {
    return new Health(State.STOPPED, "stopped");
  }
}
