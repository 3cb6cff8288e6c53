package io.keycloakpools.simulators.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * An identity of a user ("User Account Linking").
 *
 * @param provider for example {@code google-oauth2}
 * @param profileData empty for the primary identity
 */
public record Auth0Identity(
    String connection,
    String provider,
    String userId,
    boolean isSocial,
    Map<String, JsonNode> profileData) {}
