package io.keycloakpools.userstorage.cognito;

import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Names;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminListGroupsForUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/**
 * AdminGetUser comes first: it takes a username, a verified alias or a {@code sub}, is consistent
 * and has four times the quota of ListUsers. Only ListUsers finds other e-mail addresses.
 */
final class CognitoLookups {

  /** "Username" in the API reference. */
  private static final int MAX_NAME_LENGTH = 128;

  private static final int MAX_PAGE_SIZE = 60;

  private final CognitoIdentityProviderClient client;
  private final String userPoolId;
  private final CognitoUsers users;
  private final CognitoListing listing;

  /**
   * False once a user showed that an e-mail address is not a sign-in name here. "You can't change"
   * the sign-in options of a user pool.
   */
  private volatile boolean emailIsSignInName = true;

  CognitoLookups(CognitoIdentityProviderClient client, String userPoolId, CognitoUsers users) {
    this.client = client;
    this.userPoolId = userPoolId;
    this.users = users;
    this.listing = new CognitoListing(client, userPoolId, users);
  }

  Lookup byName(String name, Deadline deadline) {
    if (!isValidName(name)) {
      return new Lookup.NotFound();
    }
    try {
      AdminGetUserResponse answer =
          client.adminGetUser(
              request ->
                  request
                      .userPoolId(userPoolId)
                      .username(name)
                      .overrideConfiguration(CallTimeout.at(deadline)));
      return answer.username() == null || !CognitoUsers.identified(answer.userAttributes())
          ? new Lookup.Unavailable(Outage.refused("an answer without a user"))
          : new Lookup.Found(users.of(answer));
    } catch (UserNotFoundException | InvalidParameterException e) {
      return new Lookup.NotFound();
    } catch (SdkException e) {
      return new Lookup.Unavailable(SdkFailures.outage(e));
    }
  }

  Lookup byEmail(String email, Deadline deadline) {
    boolean nameFirst = emailIsSignInName;
    Lookup first = byEmail(email, deadline, nameFirst);
    if (first instanceof Lookup.Found found && nameFirst && !found.user().emailVerified()) {
      return verifiedOwner(found, email, deadline);
    }
    if (!(first instanceof Lookup.NotFound)) {
      return first;
    }
    Lookup second = byEmail(email, deadline, !nameFirst);
    if (second instanceof Lookup.Found found) {
      emailIsSignInName = !nameFirst || !provesNoSignInName(email, found.user());
    }
    return second;
  }

  /**
   * Federated users have no sign-in name, an alias must be verified, and a user pool may be
   * case-sensitive.
   */
  private static boolean provesNoSignInName(String email, DirectoryUser listed) {
    boolean federated =
        listed.status() instanceof AccountStatus.Unusable unusable
            && unusable.reason() == UnusableReason.EXTERNAL;
    return !federated && listed.emailVerified() && listed.email().filter(email::equals).isPresent();
  }

  /**
   * Anyone can register another person's address as a username, so the verified owner comes first.
   */
  private Lookup verifiedOwner(Lookup.Found unverified, String email, Deadline deadline) {
    Lookup listed = byEmail(email, deadline, false);
    return listed instanceof Lookup.NotFound ? unverified : listed;
  }

  Lookup byExternalId(String sub, Deadline deadline) {
    Lookup named = byName(sub, deadline);
    if (named instanceof Lookup.Found found && found.user().externalId().equals(sub)) {
      return withGroups(found.user(), deadline);
    }
    if (named instanceof Lookup.Unavailable) {
      return named;
    }
    Lookup listed = single(list("sub", sub, deadline));
    return listed instanceof Lookup.Found found ? byListedName(found.user(), deadline) : listed;
  }

  /** For emulators, whose AdminGetUser takes no {@code sub}. */
  private Lookup byListedName(DirectoryUser listed, Deadline deadline) {
    Lookup named = byName(listed.loginName(), deadline);
    if (!(named instanceof Lookup.Found found)) {
      return named;
    }
    return found.user().externalId().equals(listed.externalId())
        ? withGroups(found.user(), deadline)
        : new Lookup.NotFound();
  }

  /** The username must have Cognito's spelling. */
  Lookup withGroups(DirectoryUser user, Deadline deadline) {
    Set<String> groups = new HashSet<>();
    String next = null;
    try {
      do {
        String page = next;
        AdminListGroupsForUserResponse answer =
            client.adminListGroupsForUser(
                request ->
                    request
                        .userPoolId(userPoolId)
                        .username(user.loginName())
                        .limit(MAX_PAGE_SIZE)
                        .nextToken(page)
                        .overrideConfiguration(CallTimeout.at(deadline)));
        answer.groups().stream().map(GroupType::groupName).forEach(groups::add);
        next = answer.nextToken();
      } while (next != null);
      return new Lookup.Found(user.withRoles(groups));
    } catch (UserNotFoundException e) {
      return new Lookup.NotFound();
    } catch (SdkException e) {
      return new Lookup.Unavailable(SdkFailures.outage(e));
    }
  }

  /** Without groups. */
  Listing page(Optional<String> token, int limit, Deadline deadline) {
    return listing.page(token, limit, deadline);
  }

  private Lookup byEmail(String email, Deadline deadline, boolean asName) {
    return asName
        ? single(sameEmail(byName(email, deadline), email))
        : single(sameEmail(list("email", email, deadline), email));
  }

  private Listing list(String attribute, String value, Deadline deadline) {
    return isValidName(value)
        ? listing.matching(attribute, value, deadline)
        : new Listing.Page(List.of(), Optional.empty());
  }

  private static Listing sameEmail(Lookup lookup, String email) {
    if (lookup instanceof Lookup.Found found) {
      return sameEmail(new Listing.Page(List.of(found.user()), Optional.empty()), email);
    }
    return lookup instanceof Lookup.Unavailable unavailable
        ? new Listing.Unavailable(unavailable.outage())
        : new Listing.Page(List.of(), Optional.empty());
  }

  /** A filter or an alias may match more than the address. */
  private static Listing sameEmail(Listing listing, String email) {
    return listing instanceof Listing.Page page
        ? new Listing.Page(
            page.users().stream()
                .filter(user -> Names.same(email, user.email().orElse(null)))
                .toList(),
            Optional.empty())
        : listing;
  }

  /** Several users may share an address; only a verified owner counts. */
  private static Lookup single(Listing listing) {
    return listing.fold(page -> single(page.users()), Lookup.Unavailable::new);
  }

  private static Lookup single(List<DirectoryUser> found) {
    List<DirectoryUser> verified = found.stream().filter(DirectoryUser::emailVerified).toList();
    List<DirectoryUser> candidates = found.size() > 1 ? verified : found;
    if (candidates.size() == 1) {
      return new Lookup.Found(candidates.get(0));
    }
    return found.isEmpty() ? new Lookup.NotFound() : new Lookup.Ambiguous(found.size());
  }

  private static boolean isValidName(String name) {
    return !name.isEmpty()
        && name.length() <= MAX_NAME_LENGTH
        && name.codePoints()
            .noneMatch(point -> Character.isWhitespace(point) || Character.isISOControl(point));
  }
}
