using System;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SeizureIntel.Ports;
using SeizureIntel.Workbench.Accounts;

namespace SeizureIntel.App.Security;

/// <summary>Programs sign in with a key: <c>Authorization: Bearer si_ID_SECRET</c>.</summary>
internal sealed class ApiKeyScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    IAccountStore accounts,
    TimeProvider time
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ApiKey";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();

        // One answer for whatever is wrong with a key: which part was right is nobody's business.
        AuthenticateResult refused = AuthenticateResult.Fail("The key is unknown, revoked or past its end.");
        if (header[Bearer.Length..].Trim().Split('_') is not [Secrets.KeySign, { } id, { } secret])
            return refused;
        if (
            await accounts.FindKeyHolderAsync(id, Context.RequestAborted) is not ({ } key, { IsClosed: false } account, { } office)
            || !Secrets.Matches(secret, key.SecretHash)
            || !key.IsValidAt(time.GetUtcNow())
        )
            return refused;
        var asker = new Asker(account, office, key.Scopes);
        asker.Note(Context);
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, asker.Account.Id), new Claim(ClaimTypes.Name, asker.Account.Name)],
            Name
        );
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }
}
