/** Answers and events for sign-ins that cannot be decided here, and the context of the request. */
package io.keycloakpools.userstorage.answer;
