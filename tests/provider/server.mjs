// A real OpenID Connect provider for tests: node server.mjs PORT REDIRECT_URI, people on standard
// input as JSON. It signs in whoever `login_hint` or the form names, and asks for no password.
import Provider from "oidc-provider";

const [port, redirectUri] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;

async function read() {
  let text = "";
  for await (const piece of process.stdin) text += piece;
  return JSON.parse(text);
}

const people = await read();

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "collabgov",
      client_secret: "only-for-tests-of-single-sign-on",
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: "client_secret_post",
    },
  ],
  claims: {
    openid: ["sub"],
    email: ["email", "email_verified"],
    profile: ["name", "groups"],
  },
  conformIdTokenClaims: false, // the claims stand in the ID token too
  cookies: { keys: ["only-for-tests-of-single-sign-on"] },
  features: { devInteractions: { enabled: false } },
  findAccount: (ctx, sub) => ({
    accountId: sub,
    claims: () => ({ sub, ...people[sub] }),
  }),
  interactions: { url: (ctx, interaction) => `/sign-in/${interaction.uid}` },
  pkce: { required: () => true },
});

// The form of the provider: whoever is named is signed in and agrees to everything.
provider.use(async (ctx, next) => {
  if (!ctx.path.startsWith("/sign-in/")) return next();
  const details = await provider.interactionDetails(ctx.req, ctx.res);
  const { prompt, params, session } = details;
  if (prompt.name === "login") {
    if (!ctx.query.as) {
      ctx.type = "html";
      const links = Object.keys(people).map((who) => `<a href="?as=${who}">${who}</a>`);
      ctx.body = `<!doctype html><title>Provider</title><h1>Who are you?</h1>${links.join(" ")}`;
      return undefined;
    }
    if (ctx.query.as === "nobody") {
      const refused = { error: "access_denied", error_description: "turned back" };
      await provider.interactionFinished(ctx.req, ctx.res, refused);
      ctx.respond = false;
      return undefined;
    }
    const login = { login: { accountId: ctx.query.as } };
    await provider.interactionFinished(ctx.req, ctx.res, login);
    ctx.respond = false;
    return undefined;
  }
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope("openid email profile");
  const consent = { consent: { grantId: await grant.save() } };
  await provider.interactionFinished(ctx.req, ctx.res, consent);
  ctx.respond = false;
  return undefined;
});

provider.listen(Number(port), "127.0.0.1", () => process.stdout.write("ready\n"));
