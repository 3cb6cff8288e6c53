/** The admin REST API under {@code /admin/realms/{realm}/user-pools}. */
package io.keycloakpools.userstorage.admin;
