package io.assize.cli;

import io.assize.library.Release;
import picocli.CommandLine.IVersionProvider;

/** The version of this build. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"assize " + Release.number(), "Java " + Runtime.version()};
  }
}
