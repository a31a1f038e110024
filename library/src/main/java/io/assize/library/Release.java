package io.assize.library;

import org.apiguardian.api.API;

/** Which Assize this is. */
@API(status = API.Status.EXPERIMENTAL)
public final class Release {

  private Release() {}

  /** Return the version of this build, {@code unreleased} where it runs from its classes. */
  public static String number() {
    String known = Release.class.getPackage().getImplementationVersion();
    return known == null ? "unreleased" : known;
  }
}
