package io.keycloakpools.common;

import static io.keycloakpools.common.Stub.answer;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.urls.HostnameProvider;
import org.keycloak.urls.UrlType;

final class CurrentSignInTest {

  private static final String TOKEN = "/realms/people/protocol/openid-connect/token";

  @ParameterizedTest
  @CsvSource({
    TOKEN + ",password,true",
    TOKEN + ",refresh_token,false",
    TOKEN + ",,false",
    "/realms/people/login-actions/authenticate,password,false",
    "/realms/people/login-actions/authenticate,,false"
  })
  void aPasswordAtTheTokenEndpointIsADirectGrant(String path, String grant, boolean direct) {
    assertThat(CurrentSignIn.isDirectGrant(session(path, grant))).isEqualTo(direct);
  }

  private static KeycloakSession session(String path, String grant) {
    MultivaluedHashMap<String, String> form = new MultivaluedHashMap<>();
    if (grant != null) {
      form.putSingle("grant_type", grant);
    }
    HostnameProvider hostname = Stub.of(HostnameProvider.class, Map.of());
    KeycloakUriInfo uri =
        new KeycloakUriInfo(
            Stub.of(KeycloakSession.class, Map.of("getProvider", answer(hostname))),
            UrlType.FRONTEND,
            Stub.of(UriInfo.class, Map.of("getPath", answer(path))));
    HttpRequest request =
        Stub.of(HttpRequest.class, Map.of("getDecodedFormParameters", answer(form)));
    KeycloakContext context =
        Stub.of(
            KeycloakContext.class,
            Map.of("getUri", answer(uri), "getHttpRequest", answer(request)));
    return Stub.of(KeycloakSession.class, Map.of("getContext", answer(context)));
  }
}
