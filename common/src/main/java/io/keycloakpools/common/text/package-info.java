/**
 * Texts for admins, in their language. Calls no other room; every module's texts come from its
 * {@code theme-resources/messages}.
 */
package io.keycloakpools.common.text;
