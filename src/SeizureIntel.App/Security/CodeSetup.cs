using System;
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using QRCoder;
using SeizureIntel.Dashboards.Desk;

namespace SeizureIntel.App.Security;

/// <summary>Offers a person the shared key of their one-time codes.</summary>
internal static class CodeSetup
{
    private const int PixelsAModule = 4;
    private const int LettersAGroup = 4;
    private const int RecoveryCodes = 10;

    /// <summary>The key of whoever asks, made where there is none; null where codes are in use, for then nobody is shown it again.</summary>
    public static async Task<CodeOffer?> OfferAsync(HttpContext context)
    {
        UserManager<AccountUser> users = context.RequestServices.GetRequiredService<UserManager<AccountUser>>();
        if (
            Asker.Of(context) is not { Scopes: null } asker
            || await users.FindByIdAsync(asker.Account.Id) is not { Account.UsesCodes: false } user
        )
            return null;
        string? key = await users.GetAuthenticatorKeyAsync(user);
        if (key is null)
        {
            // Kept without a new stamp: who sets up codes stays signed in.
            await (
                (IUserAuthenticatorKeyStore<AccountUser>)context.RequestServices.GetRequiredService<IUserStore<AccountUser>>()
            ).SetAuthenticatorKeyAsync(user, key = users.GenerateNewAuthenticatorKey(), context.RequestAborted);
            await users.UpdateAsync(user);
        }

        // Key URI format of authenticator programs: otpauth://totp/ISSUER:ACCOUNT?secret=...
        string address = $"otpauth://totp/SeizureIntel:{Uri.EscapeDataString(user.Account.Name)}?secret={key}&issuer=SeizureIntel&digits=6";
        using var generator = new QRCodeGenerator();
        using QRCodeData code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        return new CodeOffer(Grouped(key), picture.GetGraphic(PixelsAModule));
    }

    /// <summary>Takes a code: the first one that fits turns codes on, a later one makes new recovery codes.</summary>
    /// <returns>The recovery codes, of which only hashes are kept; null where the code does not fit.</returns>
    public static async Task<IReadOnlyList<string>?> EnterAsync(HttpContext context, string code)
    {
        UserManager<AccountUser> users = context.RequestServices.GetRequiredService<UserManager<AccountUser>>();
        if (
            Asker.Of(context) is not { Scopes: null } asker
            || await users.FindByIdAsync(asker.Account.Id) is not { } user
            || await users.IsLockedOutAsync(user)
        )
            return null;
        string typed = code.Replace(" ", "", StringComparison.Ordinal);
        if (!await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, typed))
        {
            // Who sits at somebody's open session does not guess on.
            await users.AccessFailedAsync(user);
            return null;
        }

        bool isFirst = !user.Account.UsesCodes;
        if (isFirst)
            await users.SetTwoFactorEnabledAsync(user, true);
        IEnumerable<string>? made = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes);
        if (made is null || await users.FindByIdAsync(asker.Account.Id) is not { } changed)
            return null;
        await Sessions.BeginAsync(context, changed.Account);
        await context
            .RequestServices.GetRequiredService<AuditTrail>()
            .AddAsync(asker.Account.Name, isFirst ? "set_up_codes" : "new_recovery_codes", "", "done", "", context.RequestAborted);
        return [.. made];
    }

    private static string Grouped(string key)
    {
        var text = new StringBuilder();
        for (int i = 0; i < key.Length; i++)
            text.Append(i > 0 && i % LettersAGroup == 0 ? " " : "").Append(key[i]);
        return text.ToString();
    }
}
