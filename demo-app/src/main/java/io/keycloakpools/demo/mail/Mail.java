package io.keycloakpools.demo.mail;

/**
 * An e-mail that was caught.
 *
 * @param id its number, from 1 on
 * @param text the part that is plain text
 */
public record Mail(String id, String to, String subject, String text) {

  /** Without the text, which has links that let people in. */
  @Override
  public String toString() {
    return "Mail[" + id + "]";
  }
}
