package io.keycloakpools.simulators.cognito;

import static io.keycloakpools.simulators.cognito.TestPool.PASSWORD;
import static io.keycloakpools.simulators.cognito.TestPool.ada;
import static io.keycloakpools.simulators.cognito.TestPool.assertError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.Faults;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;

@Timeout(120)
class FaultTest {
  private final TestPool pool = TestPool.start();
  private final Faults<CognitoOperation> faults = pool.simulator.faults();

  @BeforeEach
  void warmUp() {
    pool.add(ada());
    get();
    pool.simulator.requests().reset();
  }

  @AfterEach
  void close() throws Exception {
    pool.close();
  }

  static Stream<Arguments> awsErrors() {
    return Stream.of(
        Arguments.of(CognitoFaults.throttled(), "TooManyRequestsException", 400),
        Arguments.of(CognitoFaults.internalError(), "InternalErrorException", 500),
        Arguments.of(CognitoFaults.forbidden(), "ForbiddenException", 400),
        Arguments.of(
            CognitoFaults.lambdaRefusal("PreAuthentication", "no"),
            "UserLambdaValidationException",
            400),
        Arguments.of(
            CognitoFaults.lambdaFailure("PreAuthentication"), "UnexpectedLambdaException", 400),
        Arguments.of(
            CognitoFaults.lambdaNonsense("PreAuthentication"),
            "InvalidLambdaResponseException",
            400),
        Arguments.of(
            CognitoFaults.error("ExpiredTokenException", "expired"), "ExpiredTokenException", 400));
  }

  @ParameterizedTest
  @MethodSource("awsErrors")
  void awsErrorsAnswerInsteadOfTheService(Fault fault, String type, int status) {
    faults.on(CognitoOperation.INITIATE_AUTH, fault);
    AwsServiceException error =
        catchThrowableOfType(AwsServiceException.class, () -> pool.signIn("ada", PASSWORD));
    assertThat(error.awsErrorDetails().errorCode()).isEqualTo(type);
    assertThat(error.statusCode()).isEqualTo(status);
    assertThat(error.requestId()).isNotEmpty();
    assertThat(get().username()).isEqualTo("ada");
  }

  @Test
  void faultEndsAfterItsRequests() {
    faults.onNext(2, CognitoOperation.ADMIN_GET_USER, CognitoFaults.throttled());
    assertThat(pool.signIn("ada", PASSWORD).authenticationResult()).isNotNull();
    assertError(this::get).startsWith("TooManyRequestsException");
    assertError(this::get).startsWith("TooManyRequestsException");
    assertThat(get().username()).isEqualTo("ada");
    assertThat(pool.simulator.requests().count(CognitoOperation.ADMIN_GET_USER)).isEqualTo(3);
  }

  @Test
  void faultOnAllHitsEveryOperationUntilCleared() {
    faults.onAll(CognitoFaults.throttled());
    assertError(this::get).startsWith("TooManyRequestsException");
    pool.assertRefused("ada", PASSWORD).startsWith("TooManyRequestsException");
    faults.clear();
    assertThat(get().username()).isEqualTo("ada");
  }

  @Test
  void proxyErrorsKeepTheirStatus() {
    faults.onNext(1, Fault.http(503, "text/html", "<html><body>Sorry</body></html>"));
    AwsServiceException error = catchThrowableOfType(AwsServiceException.class, this::get);
    assertThat(error.statusCode()).isEqualTo(503);
  }

  @Test
  void htmlInPlaceOfJsonIsNotAnAnswer() {
    faults.onNext(1, Fault.http(200, "text/html", "<html><body>Log in</body></html>"));
    assertThatThrownBy(this::get).isInstanceOf(SdkException.class);
  }

  @Test
  void truncatedJsonIsNotAnAnswer() {
    faults.onNext(1, Fault.truncatedJson());
    assertThatThrownBy(this::get).isInstanceOf(SdkException.class);
  }

  @Test
  void closedConnectionIsAClientSideError() {
    faults.onNext(1, Fault.connectionReset());
    assertThatThrownBy(this::get).isInstanceOf(SdkClientException.class);
    assertThat(pool.simulator.requests().count()).isEqualTo(1);
    assertThat(get().username()).isEqualTo("ada");
  }

  @Test
  void redirectIsNotFollowed() {
    faults.onNext(1, Fault.redirect(URI.create("http://127.0.0.1:9/")));
    AwsServiceException error = catchThrowableOfType(AwsServiceException.class, this::get);
    assertThat(error.statusCode()).isEqualTo(302);
  }

  @Test
  void latencyDelaysTheAnswer() {
    faults.on(CognitoOperation.ADMIN_GET_USER, Fault.latency(Duration.ofMillis(300)));
    long start = System.nanoTime();
    assertThat(get().username()).isEqualTo("ada");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(299));
  }

  @Test
  void latencyAddsToAnotherFault() {
    faults.onNext(1, CognitoFaults.throttled());
    faults.onNext(1, Fault.latency(Duration.ofMillis(100)));
    long start = System.nanoTime();
    assertError(this::get).startsWith("TooManyRequestsException");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(99));
    assertThat(get().username()).isEqualTo("ada");
  }

  @Test
  void hangEndsInTheClientsTimeout() {
    faults.onAll(Fault.hang());
    assertThatThrownBy(() -> getWithin(Duration.ofMillis(300)))
        .isInstanceOf(ApiCallTimeoutException.class);
  }

  @Test
  void clearingEndsALatency() throws Exception {
    faults.onNext(1, Fault.latency(Duration.ofDays(1)));
    CompletableFuture<AdminGetUserResponse> answer = CompletableFuture.supplyAsync(this::get);
    assertThat(pool.simulator.requests().await(1, Duration.ofSeconds(20))).isTrue();

    faults.clear();

    assertThat(answer.get(20, TimeUnit.SECONDS).username()).isEqualTo("ada");
  }

  @Test
  void releasedRequestIsAnswered() throws Exception {
    faults.onNext(1, Fault.hang());
    CompletableFuture<AdminGetUserResponse> answer = CompletableFuture.supplyAsync(this::get);
    assertThat(pool.simulator.requests().await(1, Duration.ofSeconds(20))).isTrue();
    faults.release();
    assertThat(answer.get(20, TimeUnit.SECONDS).username()).isEqualTo("ada");
  }

  @Test
  void stopEndsHangingRequests() throws Exception {
    faults.onNext(1, Fault.hang());
    CompletableFuture<AdminGetUserResponse> answer = CompletableFuture.supplyAsync(this::get);
    assertThat(pool.simulator.requests().await(1, Duration.ofSeconds(20))).isTrue();
    pool.simulator.stop();
    assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class);
  }

  @Test
  void slowDripOutlastsTheSocketTimeoutAndEndsInTheCallTimeout() {
    faults.onNext(1, Fault.slowDrip(Duration.ofMillis(50)));
    assertThatThrownBy(() -> getWithin(Duration.ofMillis(400)))
        .isInstanceOf(ApiCallTimeoutException.class);
    faults.onNext(1, Fault.slowDrip(Duration.ZERO));
    assertThat(get().username()).isEqualTo("ada");
  }

  @Test
  void hugeAnswerIsStillValid() {
    faults.onNext(1, Fault.hugeAnswer(5_000_000));
    assertThat(get().username()).isEqualTo("ada");
  }

  @Test
  void manySlowRequestsAreServedAtOnce() throws Exception {
    faults.on(CognitoOperation.INITIATE_AUTH, Fault.hang());
    ExecutorService threads = Executors.newFixedThreadPool(60);
    List<Future<InitiateAuthResponse>> answers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      answers.add(threads.submit(() -> pool.signIn("ada", PASSWORD)));
    }
    assertThat(pool.simulator.requests().await(60, Duration.ofSeconds(40))).isTrue();
    faults.clear();
    for (Future<InitiateAuthResponse> each : answers) {
      assertThat(each.get().authenticationResult()).isNotNull();
    }
    threads.shutdown();
  }

  private AdminGetUserResponse get() {
    return getWithin(Duration.ofSeconds(30));
  }

  private AdminGetUserResponse getWithin(Duration timeout) {
    return pool.aws.adminGetUser(
        it ->
            it.userPoolId("eu-west-1_Demo12345")
                .username("ada")
                .overrideConfiguration(config -> config.apiCallTimeout(timeout)));
  }
}
