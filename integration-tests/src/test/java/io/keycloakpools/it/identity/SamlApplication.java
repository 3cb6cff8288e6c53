package io.keycloakpools.it.identity;

import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.harness.person.RealmClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An application that asks for a person's identity by SAML 2.0. */
record SamlApplication(RealmClient client) {

  static final String ID = "saml-shop";

  private static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
  private static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";

  /**
   * Keycloak's answer.
   *
   * @param status the innermost code, such as {@code Success} or {@code NoPassive}
   * @param subject of the assertion, if there is one
   */
  record Answer(String status, Optional<String> subject) {}

  /** A client for all SAML bindings, with Keycloak's signing key. */
  static SamlApplication create(TestRealm realm) {
    realm
        .rest()
        .post(
            "/components",
            Map.of(
                "name",
                "rsa",
                "providerId",
                "rsa-generated",
                "providerType",
                "org.keycloak.keys.KeyProvider"))
        .expectDone();
    RealmClient client = realm.client(ID, Optional.empty());
    realm
        .rest()
        .post(
            "/clients",
            Map.of(
                "clientId",
                ID,
                "protocol",
                "saml",
                "enabled",
                true,
                "redirectUris",
                List.of(client.redirectUri().toString()),
                "attributes",
                Map.of(
                    "saml.client.signature",
                    "false",
                    "saml.force.post.binding",
                    "true",
                    "saml.allow.ecp.flow",
                    "true",
                    "saml_idp_initiated_sso_url_name",
                    ID,
                    "saml_assertion_consumer_url_post",
                    client.redirectUri().toString())))
        .expectDone();
    return new SamlApplication(client);
  }

  /** Sends a browser to Keycloak, with the redirect binding. */
  Page open(Browser browser, boolean passive) {
    String query = JsonHttp.encode(Map.of("SAMLRequest", deflated(request(passive))));
    return browser.get(URI.create(endpoint() + "?" + query));
  }

  /** Follows Keycloak's own link to the application (unsolicited). */
  Page openUnasked(Browser browser) {
    return browser.get(URI.create(endpoint() + "/clients/" + ID));
  }

  static Optional<Answer> answer(Page page) {
    return page.html().select("input[name=SAMLResponse]").stream()
        .findFirst()
        .map(field -> answer(Base64.getMimeDecoder().decode(field.val())));
  }

  /** Asks like a program with a person's password: the profile ECP, over SOAP. */
  Answer askWithPassword(String username, String password) {
    String body =
        "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>"
            + request(false)
            + "</S:Body></S:Envelope>";
    String basic =
        Base64.getEncoder()
            .encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    return answer(
        JsonHttp.text(
                JsonHttp.request(endpoint())
                    .header("Content-Type", "text/xml")
                    .header("Authorization", "Basic " + basic)
                    .POST(BodyPublishers.ofString(body))
                    .build())
            .body()
            .getBytes(StandardCharsets.UTF_8));
  }

  private URI endpoint() {
    return URI.create(client.realmUrl() + "/protocol/saml");
  }

  private String request(boolean passive) {
    return "<p:AuthnRequest xmlns:p=\"%s\" xmlns:a=\"%s\" ID=\"_%s\" Version=\"2.0\" IssueInstant=\"%s\" Destination=\"%s\" AssertionConsumerServiceURL=\"%s\" IsPassive=\"%s\"><a:Issuer>%s</a:Issuer></p:AuthnRequest>"
        .formatted(
            PROTOCOL,
            ASSERTION,
            UUID.randomUUID(),
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            endpoint(),
            client.redirectUri(),
            passive,
            ID);
  }

  /** SAML 2.0 Bindings, section 3.4.4.1. */
  private static String deflated(String xml) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var deflating =
        new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
      deflating.write(xml.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static Answer answer(byte[] xml) {
    Document document = parsed(xml);
    NodeList codes = document.getElementsByTagNameNS(PROTOCOL, "StatusCode");
    String status =
        codes.getLength() == 0
            ? document.getDocumentElement().getTextContent()
            : codes
                .item(codes.getLength() - 1)
                .getAttributes()
                .getNamedItem("Value")
                .getNodeValue();
    NodeList names = document.getElementsByTagNameNS(ASSERTION, "NameID");
    return new Answer(
        status.substring(status.lastIndexOf(':') + 1),
        names.getLength() == 0 ? Optional.empty() : Optional.of(names.item(0).getTextContent()));
  }

  private static Document parsed(byte[] xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError("Not XML: " + new String(xml, StandardCharsets.UTF_8), e);
    }
  }
}
