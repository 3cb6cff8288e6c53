"use strict";

// Starts the emulator. Its configuration is the JSON in the environment variable AUTH0_SIMULATOR:
//   { "port", "clientID", "audience", "scope", "usersFile" }
// The users file holds a JSON array of what PUT /test/users/:id takes, each with its "id".
// Needs $HOME/.simulacrum/certs/localhost.pem and localhost-key.pem.

const { readFileSync } = require("node:fs");
const { simulation } = require("@simulacrum/auth0-simulator");
const { additions } = require("./additions.cjs");

const { port, usersFile, ...options } = JSON.parse(process.env.AUTH0_SIMULATOR);
const users = usersFile ? JSON.parse(readFileSync(usersFile, "utf8")) : [];

simulation({
  // Without this the emulator makes up a user.
  initialState: { users: [] },
  // Not with the port: as an option it has to be below 10000.
  options,
  extend: { extendRouter: additions(options, users) },
}).listen(port, "127.0.0.1");
