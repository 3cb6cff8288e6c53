/**
 * What a person, a client and the event log get when a sign-in cannot be decided here, and what is
 * known of the request.
 */
package io.keycloakpools.userstorage.answer;
