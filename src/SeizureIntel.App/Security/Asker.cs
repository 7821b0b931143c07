using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using SeizureIntel.Accounts;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Accounts;

namespace SeizureIntel.App.Security;

/// <summary>Whoever sent a request, once it is known.</summary>
/// <param name="Account">Their account.</param>
/// <param name="Office">Their office.</param>
/// <param name="Scopes">What the key that they use may do; null for a person, who may what the role may.</param>
internal sealed record Asker(Account Account, Office Office, IReadOnlyList<string>? Scopes)
{
    /// <summary>What they may see.</summary>
    public Reader Reader { get; } = Account.ReaderIn(Office);

    /// <summary>What must happen before anything else: a password of their own, or one-time codes; null for nothing.</summary>
    public string? Owes =>
        Scopes is not null ? null
        : Account.MustChangePassword ? SecurityAddresses.Password
        // Whom a provider signs in, it asks for a second factor itself.
        : Account is { Role: >= Role.Publisher, UsesCodes: false, PasswordHash: not null } ? SecurityAddresses.Codes
        : null;

    /// <summary>Whether they may do something.</summary>
    public bool May(string permission) =>
        Permissions.Of(Account.Role).Contains(permission) && (Scopes is null || Scopes.Contains(permission));

    /// <summary>Whoever holds an account, in their office; null where it is closed or either is gone.</summary>
    public static async Task<Asker?> FindAsync(IAccountStore accounts, string accountId, CancellationToken cancellationToken) =>
        await accounts.FindPersonAsync(accountId, cancellationToken) is ({ IsClosed: false } account, { } office)
            ? new Asker(account, office, null)
            : null;

    /// <summary>Who sent this request; null for nobody who signed in.</summary>
    public static Asker? Of(HttpContext context) => context.Items[typeof(Asker)] as Asker;

    /// <summary>Notes who sent a request.</summary>
    public void Note(HttpContext context) => context.Items[typeof(Asker)] = this;
}
