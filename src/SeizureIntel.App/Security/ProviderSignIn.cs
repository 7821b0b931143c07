using System;
using System.Linq;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using SeizureIntel.Accounts;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.App.Security;

/// <summary>Signs people in by the office's own provider (OpenID Connect, authorization code with PKCE).</summary>
/// <remarks>The provider says who somebody is; what they may do is read from its claims by the settings, and what these do not name is nothing. What
/// opens the account is the provider's own id of the person, never their name.</remarks>
internal static class ProviderSignIn
{
    /// <summary>Where the button of the sign-in page leads.</summary>
    public const string Address = "/sign-in/provider";

    private const string Scheme = "provider";
    private const string Entered = "/sign-in/entered";
    private const string Refused = SecurityAddresses.SignIn + "?wrong=provider";
    private const int IdDigits = 32;

    /// <summary>Adds it.</summary>
    public static void Add(AuthenticationBuilder schemes, ProviderOptions options) => schemes.AddOpenIdConnect(Scheme, provider =>
        {
            provider.Authority = options.Authority;
            provider.ClientId = options.ClientId;
            provider.ClientSecret = options.ClientSecret;
            provider.SignInScheme = IdentityConstants.ApplicationScheme;
            provider.CallbackPath = Address + "/callback";
            provider.ResponseType = OpenIdConnectResponseType.Code;
            // By a query, so that the cookies that tie both ends together need not go along with other sites' forms.
            provider.ResponseMode = OpenIdConnectResponseMode.Query;
            provider.UsePkce = true;
            provider.MapInboundClaims = false;
            provider.SaveTokens = false;
            provider.RequireHttpsMetadata = !new Uri(options.Authority!).IsLoopback;
            provider.TokenValidationParameters.NameClaimType = options.NameClaim;
            provider.Scope.Clear();
            foreach (string scope in options.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                provider.Scope.Add(scope);
            foreach (CookieBuilder cookie in new[] { provider.CorrelationCookie, provider.NonceCookie })
            {
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            }

            provider.Events.OnTokenValidated = context => OpenAsync(context, options);
            provider.Events.OnRemoteFailure = async context =>
            {
                // What the provider says may name somebody: that it failed is enough.
                await NoteAsync(context.HttpContext, AuditTrail.Nobody, "refused");
                context.Response.Redirect(Refused);
                context.HandleResponse();
            };
        });

    /// <summary>Where it begins, and where it ends.</summary>
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Address, (string? returnUrl) =>
                Results.Challenge(
                    new AuthenticationProperties
                    {
                        RedirectUri = $"{Entered}?to={Uri.EscapeDataString(SecurityEndpoints.Local(returnUrl))}",
                    },
                    [Scheme]
                )
            )
            .AllowAnonymous()
            .ExcludeFromDescription();

        // The session's cookie goes along with what this site asks for alone: whoever comes from the provider asks once more, from here.
        site.MapGet(Entered, (string? to) =>
            {
                string wanted = WebUtility.HtmlEncode(SecurityEndpoints.Local(to));
                return Results.Text(
                    $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>SeizureIntel</title>"
                        + $"<meta http-equiv=\"refresh\" content=\"0;url={wanted}\"></head>"
                        + $"<body><p><a href=\"{wanted}\">SeizureIntel</a></p></body></html>",
                    "text/html; charset=utf-8"
                );
            })
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    private static async Task OpenAsync(TokenValidatedContext context, ProviderOptions options)
    {
        ClaimsPrincipal person = context.Principal!;
        Account? account = await FindAsync(context.HttpContext, person, options);
        if (account is null)
        {
            await NoteAsync(context.HttpContext, AuditTrail.Nobody, "refused");
            context.Response.Redirect(Refused);
            context.HandleResponse();
            return;
        }

        context.Principal = Sessions.PrincipalOf(account);
        await NoteAsync(context.HttpContext, account.Name, "done");
    }

    private static async Task<Account?> FindAsync(HttpContext context, ClaimsPrincipal person, ProviderOptions options)
    {
        string[] roles = [.. person.FindAll(options.RoleClaim).Select(c => c.Value)];
        if (
            person.FindFirst("iss")?.Value is not { Length: > 0 } issuer
            || person.FindFirst("sub")?.Value is not { Length: > 0 } subject
            || person.FindFirst(options.NameClaim)?.Value is not { Length: > 0 } name
            || person.FindFirst(options.OfficeClaim)?.Value is not { Length: > 0 } office
            || options.RoleOf(roles) is not { } role
        )
            return null;
        return await context
            .RequestServices.GetRequiredService<AccountDesk>()
            .OfProviderAsync(
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}")))[..IdDigits],
                name.ToLowerInvariant(),
                role,
                options.OfficeOf(office),
                MarkingText.Require(options.Marking),
                context.RequestAborted
            );
    }

    private static Task NoteAsync(HttpContext context, string actor, string outcome) =>
        context
            .RequestServices.GetRequiredService<AuditTrail>()
            .AddAsync(actor, "sign_in", "", outcome, "by provider", context.RequestAborted);
}
