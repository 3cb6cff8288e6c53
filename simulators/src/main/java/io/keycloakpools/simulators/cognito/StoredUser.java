package io.keycloakpools.simulators.cognito;

import java.time.Instant;

record StoredUser(long sequence, CognitoUser user, Instant created, Instant modified) {}
