package io.keycloakpools.userstorage.cognito;

import io.keycloakpools.userstorage.adapter.Deadline;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

final class CallTimeout {

  private CallTimeout() {}

  static Consumer<AwsRequestOverrideConfiguration.Builder> at(Deadline deadline) {
    return configuration -> configuration.apiCallTimeout(deadline.left());
  }
}
