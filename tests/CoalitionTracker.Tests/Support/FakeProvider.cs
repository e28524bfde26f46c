using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CoalitionTracker.Tests.Support;

/// <summary>A small OpenID Connect provider without a network: discovery, keys and tokens by code, with PKCE checked.</summary>
public sealed class FakeProvider : HttpMessageHandler
{
    public const string Authority = "https://id.example.org";
    public const string ClientId = "coalition-tracker";
    public const string Name = "Example Ministry";

    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "k1" };
    private readonly Dictionary<string, (string Subject, string Nonce, string Challenge)> codes = [];

    /// <summary>Gives the product this provider's settings and, in the place of the network, itself.</summary>
    public TestApp Serve(CoalitionTracker.Data.StorageOptions storage) =>
        new(storage, "")
        {
            Settings =
            {
                ["OpenIdConnect:Authority"] = Authority,
                ["OpenIdConnect:ClientId"] = ClientId,
                ["OpenIdConnect:ClientSecret"] = "secret",
                ["OpenIdConnect:Name"] = Name,
            },
            Replace = services => services.Configure<OpenIdConnectOptions>("oidc", options => options.BackchannelHttpHandler = this),
        };

    /// <summary>Goes to the provider, as this address asks, signs in there as somebody, and comes back to what the answer leads to.</summary>
    /// <param name="browser">Follows no redirects.</param>
    /// <param name="path">The link to the provider.</param>
    /// <param name="subject">Who signs in there; null to refuse.</param>
    public async Task<HttpResponseMessage> VisitAsync(HttpClient browser, string path, string? subject)
    {
        using var asked = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Found, asked.StatusCode);
        var there = asked.Headers.Location!;
        Assert.Equal(Authority, there.GetLeftPart(UriPartial.Authority));
        var query = QueryHelpers.ParseQuery(there.Query);
        Assert.Equal("S256", query["code_challenge_method"]);
        var code = Guid.NewGuid().ToString("N");
        codes[code] = (subject ?? "", query["nonce"].ToString(), query["code_challenge"].ToString());
        var answer = subject is null ? "error=access_denied" : $"code={code}";
        using var back = await browser.GetAsync($"{query["redirect_uri"]}?{answer}&state={Uri.EscapeDataString(query["state"].ToString())}");
        Assert.Equal(HttpStatusCode.Found, back.StatusCode);
        return await browser.GetAsync(back.Headers.Location);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri!.AbsolutePath switch
        {
            "/.well-known/openid-configuration" => Json(
                new
                {
                    issuer = Authority,
                    authorization_endpoint = $"{Authority}/authorize",
                    token_endpoint = $"{Authority}/token",
                    jwks_uri = $"{Authority}/keys",
                    response_types_supported = new[] { "code" },
                    subject_types_supported = new[] { "public" },
                    id_token_signing_alg_values_supported = new[] { "RS256" },
                }
            ),
            "/keys" => Json(new { keys = new[] { PublicKey() } }),
            "/token" => Token(QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken))),
            _ => new HttpResponseMessage(HttpStatusCode.NotFound),
        };

    private HttpResponseMessage Token(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> form)
    {
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!codes.Remove(form["code"].ToString(), out var known) || known.Challenge != challenge)
            return new HttpResponseMessage(HttpStatusCode.BadRequest);
        var token = new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Authority,
                Audience = ClientId,
                Expires = DateTime.UtcNow.AddMinutes(5),
                Claims = new Dictionary<string, object>
                {
                    ["sub"] = known.Subject,
                    ["nonce"] = known.Nonce,
                    ["name"] = $"{known.Subject} of the ministry",
                    ["email"] = $"{known.Subject}@ministry.example.org",
                },
                SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
            }
        );
        return Json(
            new
            {
                access_token = "a",
                token_type = "Bearer",
                expires_in = 300,
                id_token = token,
            }
        );
    }

    private object PublicKey()
    {
        var parameters = key.Rsa.ExportParameters(false);
        return new
        {
            kty = "RSA",
            use = "sig",
            kid = key.KeyId,
            alg = "RS256",
            n = Base64UrlEncoder.Encode(parameters.Modulus),
            e = Base64UrlEncoder.Encode(parameters.Exponent),
        };
    }

    private static HttpResponseMessage Json(object value) =>
        new(HttpStatusCode.OK) { Content = new StringContent(JsonSerializer.Serialize(value), MediaTypeHeaderValue.Parse("application/json")) };
}
