package io.keycloakpools.demo.mail;

/**
 * A caught e-mail.
 *
 * @param id its number, from 1 on
 * @param text the plain text part
 */
public record Mail(String id, String to, String subject, String text) {

  /** Without the text, whose links let people in. */
  @Override
  public String toString() {
    return "Mail[" + id + "]";
  }
}
