package io.keycloakpools.startcheck;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/**
 * What a JAR of the pack says of itself.
 *
 * @param needs names of JARs that it needs in its own version
 */
record DeclaredJar(String name, String version, List<String> needs) {

  /** In each of our JARs. */
  private static final String DECLARATION = "META-INF/keycloak-pools.properties";

  static List<DeclaredJar> on(ClassLoader classPath) throws IOException {
    List<DeclaredJar> jars = new ArrayList<>();
    for (URL declaration : Collections.list(classPath.getResources(DECLARATION))) {
      jars.add(read(declaration));
    }
    return jars;
  }

  private static DeclaredJar read(URL declaration) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = declaration.openStream()) {
      properties.load(in);
    }
    String needs = properties.getProperty("needs", "").strip();
    return new DeclaredJar(
        properties.getProperty("name"),
        properties.getProperty("version"),
        needs.isEmpty() ? List.of() : List.of(needs.split("\\s+")));
  }

  /** As Maven names the file. */
  String file() {
    return file(name, version);
  }

  static String file(String name, String version) {
    return name + "-" + version + ".jar";
  }
}
