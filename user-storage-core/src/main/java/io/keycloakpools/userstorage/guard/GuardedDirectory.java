package io.keycloakpools.userstorage.guard;

import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The first guard sees each question first and its answer last. */
public final class GuardedDirectory implements Directory {

  private final Optional<Directory> directory;
  private final List<Guard> guards;

  private GuardedDirectory(Optional<Directory> directory, List<Guard> guards) {
    this.directory = directory;
    this.guards = guards;
  }

  public GuardedDirectory(Directory directory, List<Guard> guards) {
    this(Optional.of(directory), List.copyOf(guards));
  }

  /** Answers every question with an outage. */
  public static GuardedDirectory unusable(InvalidSettingException cause) {
    return new GuardedDirectory(Optional.empty(), List.of(new Unusable(cause)));
  }

  public GuardedDirectory behind(Guard first) {
    return new GuardedDirectory(
        directory, Stream.concat(Stream.of(first), guards.stream()).toList());
  }

  @Override
  public Lookup findByUsername(String username) {
    return ask(new Question.FindByUsername(username));
  }

  @Override
  public Lookup findByEmail(String email) {
    return ask(new Question.FindByEmail(email));
  }

  @Override
  public Lookup findByExternalId(String externalId, String loginName) {
    return ask(new Question.FindByExternalId(externalId, loginName));
  }

  @Override
  public Listing listUsers(Optional<String> page, int limit) {
    return ask(new Question.ListUsers(page, limit));
  }

  @Override
  public PasswordCheck checkPassword(PasswordAttempt attempt) {
    return ask(new Question.CheckPassword(attempt));
  }

  @Override
  public ConnectionTest test() {
    return ask(new Question.TestConnection());
  }

  @Override
  public void warmUp() {
    directory.ifPresent(Directory::warmUp);
  }

  @Override
  public void close() {
    directory.ifPresent(Directory::close);
  }

  private <A> A ask(Question<A> question) {
    return ask(question, 0);
  }

  private <A> A ask(Question<A> question, int position) {
    return position < guards.size()
        ? guards.get(position).around(question, () -> ask(question, position + 1))
        : question.ask(directory.orElseThrow());
  }
}
