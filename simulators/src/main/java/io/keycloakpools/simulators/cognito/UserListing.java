package io.keycloakpools.simulators.cognito;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

final class UserListing {
  private final CognitoPoolSettings pool;
  private final SimulatedCognitoUsers users;
  private final PagingTokens tokens;
  private volatile PageShape shape = PageShape.full();

  UserListing(CognitoPoolSettings pool, SimulatedCognitoUsers users, PagingTokens tokens) {
    this.pool = pool;
    this.users = users;
    this.tokens = tokens;
  }

  void shape(PageShape value) {
    shape = value;
  }

  Map<String, Object> listUsers(CognitoCall call) {
    pool.requirePool(call.required("UserPoolId"));
    int limit = Math.min(call.limit(), shape.most());
    Optional<String> filter = call.text("Filter").filter(text -> !text.isBlank());
    Predicate<CognitoUser> wanted =
        filter
            .map(UserFilter::parse)
            .<Predicate<CognitoUser>>map(parsed -> user -> parsed.matches(user, pool))
            .orElse(user -> true);
    PagingTokens.Position position =
        tokens.resume(call.text("PaginationToken"), "users|" + filter.orElse(""));
    if (position.emptyPages() < shape.emptyPagesBefore()) {
      return page(List.of(), Optional.of(moved(position, position.after(), true)));
    }
    List<StoredUser> found =
        users.after(position.after()).stream()
            .filter(stored -> wanted.test(stored.user()))
            .limit(limit + 1L)
            .toList();
    List<StoredUser> shown = found.subList(0, Math.min(limit, found.size()));
    boolean more = found.size() > limit || (shape.emptyLastPage() && !shown.isEmpty());
    return page(shown, more ? Optional.of(after(position, shown)) : Optional.empty());
  }

  private static PagingTokens.Position after(
      PagingTokens.Position position, List<StoredUser> shown) {
    return moved(position, shown.get(shown.size() - 1).sequence(), false);
  }

  private static PagingTokens.Position moved(
      PagingTokens.Position position, long after, boolean empty) {
    return new PagingTokens.Position(
        position.query(), after, empty ? position.emptyPages() + 1 : 0);
  }

  private Map<String, Object> page(List<StoredUser> shown, Optional<PagingTokens.Position> next) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put(
        "Users", shown.stream().map(each -> CognitoViews.profile(each, "Attributes")).toList());
    next.ifPresent(position -> page.put("PaginationToken", tokens.issue(position)));
    return page;
  }
}
