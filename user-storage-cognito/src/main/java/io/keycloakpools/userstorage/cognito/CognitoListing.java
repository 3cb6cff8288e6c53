package io.keycloakpools.userstorage.cognito;

import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Outage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;

/** A page of ListUsers may be short or empty and still carry a token. */
final class CognitoListing {

  /** "Limit" in the API reference. */
  private static final int MAX_PAGE_SIZE = 60;

  private static final int MAX_PAGES = 5;

  private final CognitoIdentityProviderClient client;
  private final String userPoolId;
  private final CognitoUsers users;

  CognitoListing(CognitoIdentityProviderClient client, String userPoolId, CognitoUsers users) {
    this.client = client;
    this.userPoolId = userPoolId;
    this.users = users;
  }

  Listing page(Optional<String> token, int limit, Deadline deadline) {
    return page(Optional.empty(), token, limit, deadline);
  }

  /** All users with exactly this value, in one page. */
  Listing matching(String attribute, String value, Deadline deadline) {
    Optional<String> filter = Optional.of(ListFilter.equal(attribute, value));
    List<DirectoryUser> found = new ArrayList<>();
    Optional<String> next = Optional.empty();
    for (int pages = 0; pages < MAX_PAGES && (pages == 0 || next.isPresent()); pages++) {
      Listing answer = page(filter, next, MAX_PAGE_SIZE, deadline);
      if (!(answer instanceof Listing.Page page)) {
        return answer;
      }
      found.addAll(page.users());
      next = page.next();
    }
    return next.isEmpty()
        ? new Listing.Page(found, next)
        : new Listing.Unavailable(Outage.refused("more pages than are read"));
  }

  private Listing page(
      Optional<String> filter, Optional<String> token, int limit, Deadline deadline) {
    ListUsersRequest request =
        ListUsersRequest.builder()
            .userPoolId(userPoolId)
            .filter(filter.orElse(null))
            .limit(Math.min(limit, MAX_PAGE_SIZE))
            .paginationToken(token.orElse(null))
            .overrideConfiguration(CallTimeout.at(deadline))
            .build();
    try {
      ListUsersResponse answer = client.listUsers(request);
      return new Listing.Page(
          answer.users().stream()
              .filter(user -> CognitoUsers.identified(user.attributes()))
              .map(users::of)
              .toList(),
          Optional.ofNullable(answer.paginationToken()));
    } catch (SdkException e) {
      return new Listing.Unavailable(SdkFailures.outage(e));
    }
  }
}
