using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using SeizureIntel.Accounts;
using SeizureIntel.Ports;
using SeizureIntel.Workbench.Accounts;

namespace SeizureIntel.App.Security;

/// <summary>ASP.NET Core Identity over the account store: passwords, locks, stamps, one-time codes.</summary>
internal sealed class AccountUsers(IAccountStore store, IDataProtectionProvider protection, TimeProvider time)
    : IUserPasswordStore<AccountUser>,
        IUserSecurityStampStore<AccountUser>,
        IUserLockoutStore<AccountUser>,
        IUserTwoFactorStore<AccountUser>,
        IUserAuthenticatorKeyStore<AccountUser>,
        IUserTwoFactorRecoveryCodeStore<AccountUser>
{
    // The shared key of one-time codes must be read back, so it is protected where passwords are hashed.
    private readonly IDataProtector _codes = protection.CreateProtector("SeizureIntel.AuthenticatorKey.v1");

    public void Dispose()
    {
        // The store is the data folder's, and is closed with it.
    }

    public Task<string> GetUserIdAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.Id);

    public Task<string?> GetUserNameAsync(AccountUser user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Account.Name);

    public Task SetUserNameAsync(AccountUser user, string? userName, CancellationToken cancellationToken) =>
        Change(user, a => a with { Name = userName ?? a.Name });

    public Task<string?> GetNormalizedUserNameAsync(AccountUser user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Account.Name);

    // Names are kept in lower case alone; there is no second form to keep.
    public Task SetNormalizedUserNameAsync(AccountUser user, string? normalizedName, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public async Task<IdentityResult> CreateAsync(AccountUser user, CancellationToken cancellationToken) =>
        await store.AddAccountAsync(user.Account, cancellationToken)
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityErrorDescriber().DuplicateUserName(user.Account.Name));

    public async Task<IdentityResult> UpdateAsync(AccountUser user, CancellationToken cancellationToken)
    {
        if (!await store.UpdateAccountAsync(user.Account, cancellationToken))
            return IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
        user.Account = user.Account with { Version = user.Account.Version + 1 };
        return IdentityResult.Success;
    }

    // Accounts are closed, never removed: the audit names them.
    public Task<IdentityResult> DeleteAsync(AccountUser user, CancellationToken cancellationToken)
    {
        user.Account = user.Account with { IsClosed = true, PasswordHash = null };
        return UpdateAsync(user, cancellationToken);
    }

    public async Task<AccountUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        await store.FindAccountAsync(userId, cancellationToken) is { } account ? new AccountUser(account) : null;

    public async Task<AccountUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        await store.FindAccountByNameAsync(normalizedUserName, cancellationToken) is { } account ? new AccountUser(account) : null;

    public Task SetPasswordHashAsync(AccountUser user, string? passwordHash, CancellationToken cancellationToken) =>
        Change(user, a => a with { PasswordHash = passwordHash });

    public Task<string?> GetPasswordHashAsync(AccountUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Account.PasswordEnds is { } ends && time.GetUtcNow() >= ends ? null : user.Account.PasswordHash);

    public Task<bool> HasPasswordAsync(AccountUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Account.PasswordHash is not null);

    public Task SetSecurityStampAsync(AccountUser user, string stamp, CancellationToken cancellationToken) =>
        Change(user, a => a with { SecurityStamp = stamp });

    public Task<string?> GetSecurityStampAsync(AccountUser user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Account.SecurityStamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(AccountUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Account.LockedUntil);

    public Task SetLockoutEndDateAsync(AccountUser user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) =>
        Change(user, a => a with { LockedUntil = lockoutEnd });

    public Task<int> IncrementAccessFailedCountAsync(AccountUser user, CancellationToken cancellationToken)
    {
        user.Account = user.Account with { FailedAttempts = user.Account.FailedAttempts + 1 };
        return Task.FromResult(user.Account.FailedAttempts);
    }

    public Task ResetAccessFailedCountAsync(AccountUser user, CancellationToken cancellationToken) =>
        Change(user, a => a with { FailedAttempts = 0 });

    public Task<int> GetAccessFailedCountAsync(AccountUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Account.FailedAttempts);

    public Task<bool> GetLockoutEnabledAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(AccountUser user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetTwoFactorEnabledAsync(AccountUser user, bool enabled, CancellationToken cancellationToken) =>
        Change(user, a => a with { UsesCodes = enabled });

    public Task<bool> GetTwoFactorEnabledAsync(AccountUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Account.UsesCodes);

    public Task SetAuthenticatorKeyAsync(AccountUser user, string key, CancellationToken cancellationToken) =>
        Change(user, a => a with { AuthenticatorKey = _codes.Protect(key) });

    public Task<string?> GetAuthenticatorKeyAsync(AccountUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Account.AuthenticatorKey is { } kept ? _codes.Unprotect(kept) : null);

    public Task ReplaceCodesAsync(AccountUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        Change(user, a => a with { RecoveryCodes = [.. recoveryCodes.Select(Secrets.HashOf)] });

    public Task<bool> RedeemCodeAsync(AccountUser user, string code, CancellationToken cancellationToken)
    {
        string hash = Secrets.HashOf(code);
        if (!user.Account.RecoveryCodes.Contains(hash))
            return Task.FromResult(false);
        user.Account = user.Account with { RecoveryCodes = [.. user.Account.RecoveryCodes.Where(c => c != hash)] };
        return Task.FromResult(true);
    }

    public Task<int> CountCodesAsync(AccountUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Account.RecoveryCodes.Count);

    private static Task Change(AccountUser user, Func<Account, Account> change)
    {
        user.Account = change(user.Account);
        return Task.CompletedTask;
    }
}
