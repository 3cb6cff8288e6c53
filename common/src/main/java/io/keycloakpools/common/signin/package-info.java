/** Required actions that only look at a sign-in. */
package io.keycloakpools.common.signin;
