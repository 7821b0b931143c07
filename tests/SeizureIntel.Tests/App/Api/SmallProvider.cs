using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SeizureIntel.Tests.App.Api;

/// <summary>A provider of OpenID Connect as small as can be: one person at a time, tokens signed by a key of its own.</summary>
public sealed class SmallProvider : IAsyncDisposable
{
    public const string ClientId = "seizureintel";
    public const string ClientSecret = "only-for-tests";

    private readonly WebApplication _site;
    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _another = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> _codes = new(StringComparer.Ordinal);

    private SmallProvider(WebApplication site) => _site = site;

    /// <summary>Its address, which is its issuer.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What it says of whoever comes.</summary>
    public IReadOnlyDictionary<string, object> Claims { get; set; } = new Dictionary<string, object>();

    /// <summary>The name of the product that tokens are for.</summary>
    public string Audience { get; set; } = ClientId;

    /// <summary>Whether tokens are signed by a key that it does not publish.</summary>
    public bool SignsByAnother { get; set; }

    public static async Task<SmallProvider> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        WebApplication site = builder.Build();
        site.Urls.Add("http://127.0.0.1:0");
        var provider = new SmallProvider(site);
        site.MapGet("/.well-known/openid-configuration", provider.Description);
        site.MapGet("/keys", provider.Keys);
        site.MapGet("/authorize", provider.Authorize);
        site.MapPost("/token", provider.TokenAsync);
        await site.StartAsync();
        provider.Address = site.Urls.First();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _key.Dispose();
        _another.Dispose();
    }

    private IResult Description() =>
        Results.Json(
            new Dictionary<string, object>
            {
                ["issuer"] = Address,
                ["authorization_endpoint"] = Address + "/authorize",
                ["token_endpoint"] = Address + "/token",
                ["jwks_uri"] = Address + "/keys",
                ["response_types_supported"] = new[] { "code" },
                ["subject_types_supported"] = new[] { "public" },
                ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
            }
        );

    private IResult Keys()
    {
        RSAParameters open = _key.ExportParameters(includePrivateParameters: false);
        var key = new Dictionary<string, string>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = "small",
            ["n"] = WebEncoders.Base64UrlEncode(open.Modulus!),
            ["e"] = WebEncoders.Base64UrlEncode(open.Exponent!),
        };
        return Results.Json(new { keys = new[] { key } });
    }

    private IResult Authorize(string redirect_uri, string state, string nonce, string code_challenge)
    {
        string code = Guid.CreateVersion7().ToString("N");
        _codes[code] = (nonce, code_challenge);
        return Results.Redirect(
            QueryHelpers.AddQueryString(redirect_uri, new Dictionary<string, string?> { ["code"] = code, ["state"] = state })
        );
    }

    // As the specification demands: a code opens once, for who knows the secret and began.
    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        IFormCollection form = await request.ReadFormAsync();
        string proof = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (
            form["client_secret"] != ClientSecret
            || !_codes.TryRemove(form["code"].ToString(), out (string Nonce, string Challenge) begun)
            || begun.Challenge != proof
        )
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        var signing = new RsaSecurityKey(SignsByAnother ? _another : _key) { KeyId = "small" };
        string token = new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Address,
                Audience = Audience,
                Expires = TimeProvider.System.GetUtcNow().AddMinutes(5).UtcDateTime,
                IssuedAt = TimeProvider.System.GetUtcNow().UtcDateTime,
                NotBefore = TimeProvider.System.GetUtcNow().UtcDateTime,
                Claims = new Dictionary<string, object>(Claims) { ["nonce"] = begun.Nonce },
                SigningCredentials = new SigningCredentials(signing, SecurityAlgorithms.RsaSha256),
            }
        );
        return Results.Json(
            new Dictionary<string, object>
            {
                ["access_token"] = "unused",
                ["token_type"] = "Bearer",
                ["expires_in"] = 300,
                ["id_token"] = token,
            }
        );
    }
}
