package io.keycloakpools.userstorage.cognito;

import static io.keycloakpools.common.settings.Settings.problem;

import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.userstorage.settings.SharedSettings;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.regions.Region;

/**
 * @param keys empty for {@link ServerCredentials}
 * @param tenantField {@code custom:} included
 */
record CognitoSettings(
    Region region,
    String userPoolId,
    String clientId,
    Optional<String> clientSecret,
    Optional<Keys> keys,
    AuthFlow authFlow,
    Optional<URI> endpoint,
    Optional<String> tenantField) {

  /** "User pool ID" in the API reference. */
  private static final Pattern USER_POOL_ID = Pattern.compile("([\\w-]{1,55})_[0-9a-zA-Z]+");

  private static final String CUSTOM = "custom:";

  record Keys(String accessKeyId, String secretAccessKey) {
    @Override
    public String toString() {
      return "Keys[" + accessKeyId + "]";
    }
  }

  @Override
  public String toString() {
    return "CognitoSettings[" + userPoolId + ", " + clientId + ", " + authFlow + "]";
  }

  /** Throws {@code InvalidSettingException} on the first invalid setting. */
  static CognitoSettings read(Settings settings) {
    Optional<URI> endpoint = settings.url(CognitoProperties.ENDPOINT);
    String region = required(settings, CognitoProperties.REGION);
    String userPoolId = required(settings, CognitoProperties.USER_POOL_ID);
    if (endpoint.isEmpty()) {
      checkRegion(region, userPoolId);
    }
    return new CognitoSettings(
        Region.of(region),
        userPoolId,
        required(settings, CognitoProperties.CLIENT_ID),
        settings.secret(CognitoProperties.CLIENT_SECRET),
        keys(settings),
        authFlow(settings),
        endpoint,
        settings.text(SharedSettings.TENANT_ID_FIELD_NAME).map(CognitoSettings::custom));
  }

  private static String required(Settings settings, String key) {
    return settings.text(key).orElseThrow(() -> problem(key, "cognitoRequired." + key));
  }

  private static void checkRegion(String region, String userPoolId) {
    if (Region.regions().stream().noneMatch(known -> known.id().equals(region))) {
      throw problem(CognitoProperties.REGION, "cognitoNoRegion", region);
    }
    var parts = USER_POOL_ID.matcher(userPoolId);
    if (!parts.matches() || !parts.group(1).equals(region)) {
      throw problem(CognitoProperties.USER_POOL_ID, "cognitoNoPoolId", userPoolId, region);
    }
  }

  private static Optional<Keys> keys(Settings settings) {
    Optional<String> id = settings.text(CognitoProperties.ACCESS_KEY_ID);
    Optional<String> secret = settings.secret(CognitoProperties.SECRET_ACCESS_KEY);
    if (id.isPresent() != secret.isPresent()) {
      throw problem(
          id.isPresent() ? CognitoProperties.SECRET_ACCESS_KEY : CognitoProperties.ACCESS_KEY_ID,
          "cognitoHalfKey");
    }
    return id.map(accessKeyId -> new Keys(accessKeyId, secret.orElseThrow()));
  }

  private static AuthFlow authFlow(Settings settings) {
    String name =
        settings.text(CognitoProperties.AUTH_FLOW).orElse(AuthFlow.USER_PASSWORD_AUTH.name());
    return Arrays.stream(AuthFlow.values())
        .filter(flow -> flow.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                problem(
                    CognitoProperties.AUTH_FLOW,
                    "poolSettingChoice",
                    name,
                    Arrays.stream(AuthFlow.values())
                        .map(Enum::name)
                        .collect(Collectors.joining(", "))));
  }

  private static String custom(String field) {
    return field.startsWith(CUSTOM) ? field : CUSTOM + field;
  }
}
