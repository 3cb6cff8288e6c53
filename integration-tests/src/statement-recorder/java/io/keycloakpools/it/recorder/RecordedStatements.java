package io.keycloakpools.it.recorder;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** POST begins, GET lists, DELETE ends. */
public final class RecordedStatements {

  private final StatementRecorder recorder;
  private final String realm;

  RecordedStatements(StatementRecorder recorder, String realm) {
    this.recorder = recorder;
    this.realm = realm;
  }

  @POST
  @Path("statements")
  public void begin() {
    recorder.begin(realm);
  }

  @GET
  @Path("statements")
  @Produces(MediaType.APPLICATION_JSON)
  public List<String> list() {
    return recorder.list(realm);
  }

  @DELETE
  @Path("statements")
  public void end() {
    recorder.end(realm);
  }
}
