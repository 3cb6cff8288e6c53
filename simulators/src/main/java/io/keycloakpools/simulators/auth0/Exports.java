package io.keycloakpools.simulators.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.simulators.Answer;
import io.keycloakpools.simulators.SimulatorJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** "Bulk User Exports" as JSON; a link to a file lives 60 seconds and needs no token. */
final class Exports {
  static final String PATH = "/exports";
  static final String SIGNATURE = "signature";
  private static final Duration LINK_LIFE = Duration.ofSeconds(60);

  private record Link(ExportJob job, Instant expires) {}

  private final Auth0Tenant tenant;
  private final SimulatedAuth0Users users;
  private final InstantSource clock;
  private final Map<String, ExportJob> jobs = new ConcurrentHashMap<>();
  private final Map<String, Link> links = new ConcurrentHashMap<>();

  Exports(Auth0Tenant tenant, SimulatedAuth0Users users, InstantSource clock) {
    this.tenant = tenant;
    this.users = users;
    this.clock = clock;
  }

  Object create(Auth0Call call) {
    ExportJob job = ExportJob.of(call.body(), tenant, clock.instant(), users.all());
    jobs.put(job.id(), job);
    return job.view();
  }

  Object status(Auth0Call call) {
    ExportJob job = require(call);
    Map<String, Object> view = job.view();
    view.remove("limit");
    view.remove("fields");
    if (job.looks().incrementAndGet() == 1) {
      view.put("status", "processing");
      view.put("percentage_done", 50);
      view.put("time_left_seconds", 1);
    } else {
      view.put("status", "completed");
      view.put("percentage_done", 100);
      view.put("location", link(job));
    }
    return view;
  }

  /** 204: an export has no errors to list. */
  Answer errors(Auth0Call call) {
    require(call);
    return new Answer(204, Map.of(), "");
  }

  Answer download(Auth0Call call) {
    Link link = links.get(call.parameter(SIGNATURE).orElse(""));
    if (link == null || !clock.instant().isBefore(link.expires())) {
      return new Answer(
          403,
          Map.of("Content-Type", "application/xml"),
          "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>");
    }
    String lines =
        link.job().users().stream()
            .map(user -> SimulatorJson.write(row(link.job(), user)) + "\n")
            .collect(Collectors.joining());
    return Answer.binary(200, Map.of("Content-Type", "application/gzip"), zipped(lines));
  }

  private String link(ExportJob job) {
    String signature = UUID.randomUUID().toString();
    links.put(signature, new Link(job, clock.instant().plus(LINK_LIFE)));
    return "%s%s/%s.json.gz?%s=%s"
        .formatted(tenant.endpoint().get(), PATH, job.id(), SIGNATURE, signature);
  }

  private static Map<String, Object> row(ExportJob job, Auth0User user) {
    JsonNode view = SimulatorJson.tree(Auth0Views.user(user));
    Map<String, Object> row = new LinkedHashMap<>();
    job.columns()
        .forEach(
            (name, field) -> {
              JsonNode value = view.at(pointer(field));
              if (!value.isMissingNode()) {
                row.put(name, value);
              }
            });
    return row;
  }

  private static String pointer(String field) {
    return "/" + field.replaceAll("\\[(\\d+)\\]", ".$1").replace('.', '/');
  }

  private ExportJob require(Auth0Call call) {
    ExportJob job = jobs.get(call.path().get("id"));
    if (job == null) {
      throw ManagementErrors.jobNotFound();
    }
    return job;
  }

  private static byte[] zipped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
