using System;
using System.IO;
using System.Security.Cryptography.X509Certificates;
using System.Threading.RateLimiting;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SeizureIntel.App.Api.Contracts;
using SeizureIntel.Workbench.Accounts;

namespace SeizureIntel.App.Security;

/// <summary>Who may come in, and how far: one rule for pages and addresses alike.</summary>
internal static class SecuritySetup
{
    /// <summary>Name of the limit on sign-in attempts.</summary>
    public const string SignInLimit = "sign-in";

    private const string Either = "either";
    private const int PasswordLength = 12;
    private const int DifferentLetters = 5;

    /// <summary>Adds signing in by cookie and key; what names no permission of its own asks for <see cref="Permissions.Read"/>.</summary>
    /// <param name="services">What the site is made of; the account store and the clock stand in it.</param>
    /// <param name="options">Settings.</param>
    /// <param name="keysFolder">Where the keys that protect cookies are kept.</param>
    public static void Add(IServiceCollection services, AccessOptions options, string keysFolder)
    {
        KeepKeys(services, options, keysFolder);
        services
            .AddIdentityCore<AccountUser>(identity =>
            {
                identity.Lockout.MaxFailedAccessAttempts = options.Attempts;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(options.LockMinutes);

                // Long rather than motley: NIST SP 800-63B, 5.1.1.2.
                identity.Password.RequiredLength = PasswordLength;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequiredUniqueChars = DifferentLetters;
            })
            .AddUserStore<AccountUsers>()
            .AddDefaultTokenProviders();
        services.AddSingleton<ILookupNormalizer, LowerNames>();
        services.AddScoped<SignInDesk>();
        services.AddSingleton(new SignInChoice(options.Provider.IsOn ? options.Provider.Name : null));
        AuthenticationBuilder schemes = services
            .AddAuthentication(Either)
            .AddPolicyScheme(Either, null, o =>
                o.ForwardDefaultSelector = context =>
                    context.Request.Headers.ContainsKey("Authorization") ? ApiKeyScheme.Name : IdentityConstants.ApplicationScheme
            )
            .AddScheme<AuthenticationSchemeOptions, ApiKeyScheme>(ApiKeyScheme.Name, null)
            .AddCookie(IdentityConstants.ApplicationScheme, o => Cookie(o, options));
        if (options.Provider.IsOn)
            ProviderSignIn.Add(schemes, options.Provider);
        AuthorizationBuilder policies = services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(Policy(Permissions.Read))
            .SetDefaultPolicy(Policy(Permissions.Read));
        foreach (string permission in Permissions.All)
            policies.AddPolicy(permission, Policy(permission));
        services.AddSingleton<AccountLimits>();
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(SignInLimit, context =>
                RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = options.AttemptsAMinute, Window = TimeSpan.FromMinutes(1) }
                )
            );
        });
    }

    /// <summary>Signs in, then sends who owes a password or codes there first, before anything is answered.</summary>
    public static void Use(WebApplication site, AccessOptions options)
    {
        if (options.BehindProxy)
            site.UseForwardedHeaders(
                new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto }
            );
        site.UseRateLimiter();
        site.UseAuthentication();
        AuditTrail trail = site.Services.GetRequiredService<AuditTrail>();
        site.Use(trail.FollowAsync);
        site.Use(site.Services.GetRequiredService<AccountLimits>().LimitAsync);
        site.Use(OwedFirst);
        site.UseAuthorization();
        site.Use(
            (context, next) =>
            {
                // What was shown to one person is not kept for the next at the same machine.
                context.Response.Headers.CacheControl = "no-cache, no-store";
                context.Response.Headers.Pragma = "no-cache";
                return next(context);
            }
        );
    }

    // Cookies must open after a restart, so their keys are kept; encrypted where there is a certificate.
    private static void KeepKeys(IServiceCollection services, AccessOptions options, string folder)
    {
        IDataProtectionBuilder keys = services.AddDataProtection().SetApplicationName("SeizureIntel");
        DirectoryInfo kept = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        keys.PersistKeysToFileSystem(kept);
        if (options.KeyCertificate is { } file)
            keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, null));
    }

    private static void Cookie(CookieAuthenticationOptions cookie, AccessOptions options)
    {
        cookie.Cookie.Name = "seizureintel";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(options.SessionHours);
        cookie.SlidingExpiration = true;
        cookie.Events = new CookieAuthenticationEvents
        {
            OnValidatePrincipal = Sessions.ValidateAsync,
            OnRedirectToLogin = context =>
            {
                if (ApiAddresses.AreAskedBy(context.Request))
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                else
                {
                    string wanted = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
                    context.Response.Redirect($"{SecurityAddresses.SignIn}?returnUrl={Uri.EscapeDataString(wanted)}");
                }
                return Task.CompletedTask;
            },
            OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            },
        };
    }

    private static AuthorizationPolicy Policy(string permission) =>
        new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireAssertion(context => context.Resource is HttpContext http && Asker.Of(http)?.May(permission) == true)
            .Build();

    private static async Task OwedFirst(HttpContext context, RequestDelegate next)
    {
        if (
            Asker.Of(context)?.Owes is { } owed
            && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null
            && context.Request.Path != owed
            && context.Request.Path != SecurityAddresses.SignOut
        )
        {
            if (ApiAddresses.AreAskedBy(context.Request))
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
            else
                context.Response.Redirect(owed);
            return;
        }

        await next(context);
    }
}
