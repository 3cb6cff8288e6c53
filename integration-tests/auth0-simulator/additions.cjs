"use strict";

// THIS FILE IS OURS, not the emulator's. It adds what the emulator lacks and the Auth0 user pool
// needs, through the emulator's own `extendRouter`, on the emulator's own store of users:
//   - the grant password-realm, handed on to the emulator's own password grant;
//   - look-ups of the Management API, for a token that the emulator itself issued;
//   - /test/*, by which tests change people and read what was asked.
// Whatever the emulator answers by itself stays as it is, right or wrong.

const { auth0UserSchema } = require("@simulacrum/auth0-simulator");

const PASSWORD_REALM = "http://auth0.com/oauth/grant-type/password-realm";
const TERM = '(username|email|phone_number|identities\\.connection):"((?:[^"\\\\]|\\\\.)*)"';
const GROUP = `(?:${TERM}|\\(${TERM}(?: OR ${TERM})*\\))`;
const QUERY = new RegExp(`^${GROUP}(?: AND ${GROUP})*$`);

const same = (one, other) => one?.toLowerCase() === (other ?? "").toLowerCase();
const livesIn = (user, connection) => user.identities.some((one) => one.connection === connection);

/** As the store holds it: checked and completed by the emulator, which invents a missing e-mail. */
function stored({ connection, ...user }) {
  const [provider, ...local] = user.id.split("|");
  const primary = { connection, provider, user_id: local.join("|"), isSocial: false };
  const complete = auth0UserSchema.parse({ name: user.email ?? user.username ?? user.id, ...user });
  return { roles: [], identities: [primary], ...user, ...complete, emailInvented: !user.email };
}

/** A user as the Management API shows it. */
function shown({ id, password, roles, emailInvented, email, ...user }) {
  return { user_id: id, ...(emailInvented ? {} : { email }), ...user };
}

function refuse(response, statusCode, error, message, errorCode) {
  response.status(statusCode).json({ statusCode, error, message, errorCode });
}

function list(request, response, name, items) {
  const limit = Number(request.query.per_page ?? 50);
  const start = Number(request.query.page ?? 0) * limit;
  const page = items.slice(start, start + limit);
  const totals = { start, limit, length: page.length, total: items.length, [name]: page };
  response.json(request.query.include_totals === "true" ? totals : page);
}

/** Whether a user fits a search; undefined if the search is one that is not understood here. */
function search(q) {
  if (q !== undefined && !QUERY.test(q)) {
    return undefined;
  }
  const groups = [...(q ?? "").matchAll(new RegExp(GROUP, "g"))].map(([group]) => [
    ...group.matchAll(new RegExp(TERM, "g")),
  ]);
  return (user) => groups.every((terms) => terms.some((term) => has(user, term)));
}

function has(user, [, field, quoted]) {
  const value = quoted.replace(/\\(.)/g, "$1");
  if (field === "identities.connection") {
    return livesIn(user, value);
  }
  return !(field === "email" && user.emailInvented) && same(user[field], value);
}

function passwordRealm(router, users) {
  router.post("/oauth/token", (request, _response, next) => {
    const form = request.body;
    if (form?.grant_type === PASSWORD_REALM) {
      const named = ({ username, email, emailInvented }) =>
        same(username, form.username) || (!emailInvented && same(email, form.username));
      const person = users.all().find((user) => livesIn(user, form.realm) && named(user));
      // The emulator knows people by e-mail only. Nobody has the empty one.
      request.body = { ...form, grant_type: "password", username: person?.email ?? "" };
    }
    next();
  });
}

function managementApi(router, users, audience) {
  const tokens = new Set();
  router.post("/oauth/token", (request, response, next) => {
    const { grant_type: grant, audience: asked = audience } = request.body ?? {};
    if (grant === "client_credentials" && asked === audience) {
      const json = response.json.bind(response);
      response.json = (body) => {
        tokens.add(body.access_token);
        return json(body);
      };
    }
    next();
  });
  router.use("/api/v2", (request, response, next) =>
    tokens.has(/^Bearer (.+)$/.exec(request.get("authorization"))?.[1])
      ? next()
      : refuse(response, 401, "Unauthorized", "Invalid token"),
  );
  router.param("user", (request, response, next, id) => {
    request.person = users.find(id);
    return request.person
      ? next()
      : refuse(response, 404, "Not Found", "The user does not exist.", "inexistent_user");
  });
  router.get("/api/v2/users-by-email", (request, response) => {
    const named = (user) => !user.emailInvented && user.email === request.query.email;
    response.json(users.all().filter(named).map(shown));
  });
  router.get("/api/v2/users", (request, response) => {
    const fits = search(request.query.q);
    return fits
      ? list(request, response, "users", users.all().filter(fits).map(shown))
      : refuse(response, 400, "Bad Request", "q is not understood here.", "invalid_query_string");
  });
  router.get("/api/v2/users/:user", (request, response) => {
    response.json(shown(request.person));
  });
  router.get("/api/v2/users/:user/roles", (request, response) => {
    const role = (name) => ({ id: `rol_${name}`, name, description: name });
    list(request, response, "roles", request.person.roles.map(role));
  });
}

function testApi(router, users) {
  let requests = [];
  router.use((request, _response, next) => {
    const { grant_type: grant, username, realm } = request.body ?? {};
    const { method, query } = request;
    const path = decodeURIComponent(request.path);
    const forwardedFor = request.get("auth0-forwarded-for");
    if (path !== "/health" && !path.startsWith("/test/")) {
      requests.push({ method, path, query, grant, username, realm, forwardedFor });
    }
    next();
  });
  router.get("/test/requests", (_request, response) => response.json(requests));
  router.delete("/test/requests", (_request, response) => {
    requests = [];
    response.sendStatus(204);
  });
  router.put("/test/users/:id", (request, response) => {
    users.put({ ...request.body, id: request.params.id });
    response.sendStatus(204);
  });
  router.delete("/test/users/:id", (request, response) => {
    users.remove(request.params.id);
    response.sendStatus(204);
  });
}

/** The emulator's own store. */
function storeOf({ store, schema, actions }) {
  const update = (change) => store.dispatch(actions.batchUpdater([change]));
  return {
    all: () => schema.users.selectTableAsList(store.getState()),
    find: (id) => schema.users.selectById(store.getState(), { id }),
    put: (user) => update(schema.users.add({ [user.id]: stored(user) })),
    remove: (id) => update(schema.users.remove([id])),
  };
}

exports.additions = ({ audience }, people) => (router, simulationStore) => {
  const users = storeOf(simulationStore);
  people.forEach(users.put);
  testApi(router, users);
  passwordRealm(router, users);
  managementApi(router, users, audience);
};
