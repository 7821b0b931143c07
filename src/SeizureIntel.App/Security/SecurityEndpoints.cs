using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SeizureIntel.Workbench.Accounts;

namespace SeizureIntel.App.Security;

/// <summary>What the forms of signing in are sent to. Each answers with a redirect: to where the person wanted to go, or back with what was wrong.
/// </summary>
internal static class SecurityEndpoints
{
    private const string Wrong = "?wrong=";

    public static void Map(IEndpointRouteBuilder site)
    {
        RouteGroupBuilder forms = site.MapGroup("").ExcludeFromDescription();
        forms.MapPost(SecurityAddresses.SignIn, SignInAsync).AllowAnonymous().RequireRateLimiting(SecuritySetup.SignInLimit);
        forms.MapPost(SecurityAddresses.SignOut, SignOutAsync).AllowAnonymous();
        forms.MapPost(SecurityAddresses.Password, PasswordAsync);
        if (site.ServiceProvider.GetRequiredService<SignInChoice>().Provider is not null)
            ProviderSignIn.Map(site);
    }

    /// <summary>An address of this site, else its first page: nobody is sent elsewhere after signing in.</summary>
    public static string Local(string? address) =>
        address is ['/', ..] and not (['/', '/', ..] or ['/', '\\', ..]) && Uri.IsWellFormedUriString(address, UriKind.Relative)
            ? address
            : "/";

    private static async Task<IResult> SignInAsync(
        HttpContext context,
        [FromServices] SignInDesk desk,
        [FromServices] IAntiforgery forgery,
        [FromServices] AuditTrail audit
    )
    {
        if (await FormAsync(context, forgery) is not { } form)
            return Results.LocalRedirect(SecurityAddresses.SignIn + Wrong + "form");
        string wanted = Local(form["returnUrl"]);
        if (await desk.OpenAsync(form["name"].ToString(), form["password"].ToString(), form["code"].ToString()) is not { } account)
        {
            // What was typed as a name may be a password: it is not written down.
            await audit.AddAsync(AuditTrail.Nobody, "sign_in", "", "refused", "", context.RequestAborted);
            return Results.LocalRedirect($"{SecurityAddresses.SignIn}{Wrong}name&returnUrl={Uri.EscapeDataString(wanted)}");
        }

        await Sessions.BeginAsync(context, account);
        await audit.AddAsync(account.Name, "sign_in", "", "done", "", context.RequestAborted);
        return Results.LocalRedirect(wanted);
    }

    private static async Task<IResult> SignOutAsync(
        HttpContext context,
        [FromServices] IAntiforgery forgery,
        [FromServices] AuditTrail audit
    )
    {
        if (await FormAsync(context, forgery) is null)
            return Results.LocalRedirect("/");
        if (Asker.Of(context) is { } asker)
            await audit.AddAsync(asker.Account.Name, "sign_out", "", "done", "", context.RequestAborted);
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Results.LocalRedirect(SecurityAddresses.SignIn);
    }

    private static async Task<IResult> PasswordAsync(
        HttpContext context,
        [FromServices] UserManager<AccountUser> users,
        [FromServices] IPasswordHasher<AccountUser> hasher,
        [FromServices] IAntiforgery forgery,
        [FromServices] AuditTrail audit
    )
    {
        if (await FormAsync(context, forgery) is not { } form)
            return Results.LocalRedirect(SecurityAddresses.Password + Wrong + "form");
        string password = form["password"].ToString();
        if (password != form["repeated"].ToString())
            return Results.LocalRedirect(SecurityAddresses.Password + Wrong + "repeated");
        if (Asker.Of(context) is not { } asker || await users.FindByIdAsync(asker.Account.Id) is not { } user)
            return Results.LocalRedirect(SecurityAddresses.SignIn);
        // Whom a provider signs in has no password here, and gets none.
        if (user.Account.PasswordHash is null)
            return Results.LocalRedirect(SecurityAddresses.Password + Wrong + "provider");
        if (await users.CheckPasswordAsync(user, password))
            return Results.LocalRedirect(SecurityAddresses.Password + Wrong + "same");
        foreach (IPasswordValidator<AccountUser> validator in users.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(users, user, password)).Succeeded)
                return Results.LocalRedirect(SecurityAddresses.Password + Wrong + "weak");
        }

        if (password.Contains(user.Account.Name, StringComparison.OrdinalIgnoreCase))
            return Results.LocalRedirect(SecurityAddresses.Password + Wrong + "weak");
        user.Account = user.Account with
        {
            PasswordHash = hasher.HashPassword(user, password),
            PasswordEnds = null,
            MustChangePassword = false,
            SecurityStamp = Secrets.NewKey(),
        };
        if (!(await users.UpdateAsync(user)).Succeeded)
            return Results.LocalRedirect(SecurityAddresses.Password + Wrong + "form");

        // The other sessions end with the old stamp; this one goes on with the new one.
        await Sessions.BeginAsync(context, user.Account);
        await audit.AddAsync(user.Account.Name, "change_password", "", "done", "", context.RequestAborted);
        return Results.LocalRedirect("/");
    }

    private static async Task<IFormCollection?> FormAsync(HttpContext context, IAntiforgery forgery) =>
        context.Request.HasFormContentType && await forgery.IsRequestValidAsync(context)
            ? await context.Request.ReadFormAsync(context.RequestAborted)
            : null;
}
