using System.Security.Claims;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SeizureIntel.Accounts;
using SeizureIntel.Ports;

namespace SeizureIntel.App.Security;

/// <summary>The session of a person's browser: a cookie that names the account and the stamp of its last change.</summary>
internal static class Sessions
{
    private const string Stamp = "stamp";

    /// <summary>Begins a session.</summary>
    public static Task BeginAsync(HttpContext context, Account account) =>
        context.SignInAsync(IdentityConstants.ApplicationScheme, PrincipalOf(account));

    /// <summary>What a session says of an account.</summary>
    public static ClaimsPrincipal PrincipalOf(Account account) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, account.Id),
                    new Claim(ClaimTypes.Name, account.Name),
                    new Claim(Stamp, account.SecurityStamp),
                ],
                IdentityConstants.ApplicationScheme
            )
        );

    /// <summary>Asked at every request: a session ends when the account is closed, or when its password or role changed.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        IAccountStore accounts = context.HttpContext.RequestServices.GetRequiredService<IAccountStore>();
        string? id = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        if (
            id is null
            || await Asker.FindAsync(accounts, id, context.HttpContext.RequestAborted) is not { } asker
            || asker.Account.SecurityStamp != context.Principal?.FindFirstValue(Stamp)
        )
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        asker.Note(context.HttpContext);
    }
}
