package io.keycloakpools.userstorage.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keycloakpools.common.settings.SettingProblem;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkSystemSetting;

/** The default credentials chain on a machine without credentials. */
final class NoCredentialsTest {

  private static final String NO_METADATA = SdkSystemSetting.AWS_EC2_METADATA_DISABLED.property();
  private static final String CREDENTIALS_FILE = "aws.sharedCredentialsFile";
  private static final String CONFIG_FILE = "aws.configFile";

  @BeforeEach
  void hideThoseOfThisMachine(@TempDir Path empty) {
    assumeTrue(System.getenv("AWS_ACCESS_KEY_ID") == null);
    System.setProperty(NO_METADATA, "true");
    System.setProperty(CREDENTIALS_FILE, empty.resolve("credentials").toString());
    System.setProperty(CONFIG_FILE, empty.resolve("config").toString());
  }

  @AfterEach
  void showThemAgain() {
    System.clearProperty(NO_METADATA);
    System.clearProperty(CREDENTIALS_FILE);
    System.clearProperty(CONFIG_FILE);
  }

  @Test
  void isToldAtTheFieldOfTheKey() {
    try (TestUserPool pool = TestUserPool.start()) {
      Directory directory = pool.directory(Map.of("accessKeyId", "", "secretAccessKey", ""));

      assertThat(directory.test())
          .isEqualTo(
              new ConnectionTest.Fails(SettingProblem.of("accessKeyId", "cognitoNoCredentials")));
    }
  }

  @Test
  void areFoundInTheDefaultChain() {
    try (TestUserPool pool = TestUserPool.start()) {
      System.setProperty("aws.accessKeyId", TestUserPool.KEY_ID);
      System.setProperty("aws.secretAccessKey", TestUserPool.KEY);

      assertThat(pool.directory(Map.of("accessKeyId", "", "secretAccessKey", "")).test())
          .isEqualTo(new ConnectionTest.Works());
    } finally {
      System.clearProperty("aws.accessKeyId");
      System.clearProperty("aws.secretAccessKey");
    }
  }
}
