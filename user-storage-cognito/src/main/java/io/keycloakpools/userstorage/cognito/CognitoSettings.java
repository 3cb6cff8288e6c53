package io.keycloakpools.userstorage.cognito;

import io.keycloakpools.common.settings.Setting;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.userstorage.settings.SharedSettings;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
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
    Optional<URI> endpoint = settings.get(CognitoProperties.ENDPOINT);
    String region = settings.get(CognitoProperties.REGION);
    String userPoolId = settings.get(CognitoProperties.USER_POOL_ID);
    if (endpoint.isEmpty()) {
      checkRegion(region, userPoolId);
    }
    return new CognitoSettings(
        Region.of(region),
        userPoolId,
        settings.get(CognitoProperties.CLIENT_ID),
        settings.get(CognitoProperties.CLIENT_SECRET),
        keys(settings),
        settings.get(CognitoProperties.AUTH_FLOW),
        endpoint,
        settings.get(SharedSettings.TENANT_ID_FIELD_NAME).map(CognitoSettings::custom));
  }

  private static void checkRegion(String region, String userPoolId) {
    if (Region.regions().stream().noneMatch(known -> known.id().equals(region))) {
      throw CognitoProperties.REGION.invalid("cognitoNoRegion", region);
    }
    var parts = USER_POOL_ID.matcher(userPoolId);
    if (!parts.matches() || !parts.group(1).equals(region)) {
      throw CognitoProperties.USER_POOL_ID.invalid("cognitoNoPoolId", userPoolId, region);
    }
  }

  private static Optional<Keys> keys(Settings settings) {
    Optional<String> id = settings.get(CognitoProperties.ACCESS_KEY_ID);
    Optional<String> secret = settings.get(CognitoProperties.SECRET_ACCESS_KEY);
    if (id.isPresent() != secret.isPresent()) {
      Setting<?> missing =
          id.isPresent() ? CognitoProperties.SECRET_ACCESS_KEY : CognitoProperties.ACCESS_KEY_ID;
      throw missing.invalid("cognitoHalfKey");
    }
    return id.map(accessKeyId -> new Keys(accessKeyId, secret.orElseThrow()));
  }

  private static String custom(String field) {
    return field.startsWith(CUSTOM) ? field : CUSTOM + field;
  }
}
