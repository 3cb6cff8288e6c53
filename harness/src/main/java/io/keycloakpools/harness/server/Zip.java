package io.keycloakpools.harness.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

final class Zip {
  private Zip() {}

  static void unpackWithoutTopFolder(Path zip, Path folder) throws IOException {
    try (InputStream in = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(in)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path target = target(entry.getName(), folder);
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(entries, target);
        }
      }
    }
  }

  private static Path target(String name, Path folder) throws IOException {
    Path target = folder.resolve(name.substring(name.indexOf('/') + 1)).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("Entry outside of the folder: " + name);
    }
    return target;
  }
}
