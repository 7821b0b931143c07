using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Identity;
using SeizureIntel.Accounts;
using SeizureIntel.Workbench.Accounts;

namespace SeizureIntel.App.Security;

/// <summary>Decides whether a name, a password and a one-time code open an account.</summary>
internal sealed class SignInDesk(UserManager<AccountUser> users, IPasswordHasher<AccountUser> hasher)
{
    // Hashed for a name that nobody has, so that the answer takes as long as for one that somebody has.
    private static readonly Lazy<string> Nobody = new(() => new PasswordHasher<AccountUser>().HashPassword(null!, Secrets.NewKey()));

    /// <summary>The account; null for whatever was wrong, which is not told.</summary>
    /// <param name="name">In whatever letter case.</param>
    /// <param name="password">As typed.</param>
    /// <param name="code">A one-time code or a recovery code; blank for none.</param>
    public async Task<Account?> OpenAsync(string name, string password, string code)
    {
        if (await users.FindByNameAsync(name) is not { Account.IsClosed: false } user)
        {
            hasher.VerifyHashedPassword(null!, Nobody.Value, password);
            return null;
        }

        bool isRight = await users.CheckPasswordAsync(user, password) && !await users.IsLockedOutAsync(user);
        if (isRight && user.Account.UsesCodes)
            isRight = await IsCodeAsync(user, code.Replace(" ", "", StringComparison.Ordinal));
        if (!isRight)
        {
            // A lock that is on is not made longer by knocking.
            if (!await users.IsLockedOutAsync(user))
                await users.AccessFailedAsync(user);
            return null;
        }

        if (user.Account.FailedAttempts > 0)
            await users.ResetAccessFailedCountAsync(user);
        return user.Account;
    }

    private async Task<bool> IsCodeAsync(AccountUser user, string code) =>
        code.Length > 0
        && (
            await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, code)
            || (await users.RedeemTwoFactorRecoveryCodeAsync(user, code)).Succeeded
        );
}
