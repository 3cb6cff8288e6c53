/**
 * The Directory port: what a system that users come from must be able to answer, and every answer
 * it may give. Plain Java without a Keycloak type, so that an adapter is a page of code and the
 * rules run in a unit test.
 */
@AdapterApi
package io.keycloakpools.userstorage.directory;

import io.keycloakpools.common.AdapterApi;
