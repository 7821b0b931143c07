using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;

namespace SeizureIntel.Ports;

/// <summary>People, their offices and their keys. What is secret comes in and goes out hashed or protected.</summary>
public interface IAccountStore
{
    /// <summary>The account of an id; null where there is none.</summary>
    Task<Account?> FindAccountAsync(string id, CancellationToken cancellationToken);

    /// <summary>The account of a name, in whatever letter case; null where there is none.</summary>
    Task<Account?> FindAccountByNameAsync(string name, CancellationToken cancellationToken);

    /// <summary>All accounts by name, closed ones too.</summary>
    Task<IReadOnlyList<Account>> AccountsAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a new account; false where the name is taken. Its office must be there.</summary>
    Task<bool> AddAccountAsync(Account account, CancellationToken cancellationToken);

    /// <summary>Keeps a changed account; false where somebody changed it since the version that this one states. The version counts up.</summary>
    Task<bool> UpdateAccountAsync(Account account, CancellationToken cancellationToken);

    /// <summary>The office of an id; null where there is none.</summary>
    Task<Office?> FindOfficeAsync(string id, CancellationToken cancellationToken);

    /// <summary>All offices by name.</summary>
    Task<IReadOnlyList<Office>> OfficesAsync(CancellationToken cancellationToken);

    /// <summary>Keeps an office; one with the same id is replaced.</summary>
    Task SaveOfficeAsync(Office office, CancellationToken cancellationToken);

    /// <summary>The key of an id; null where there is none.</summary>
    Task<ApiKey?> FindKeyAsync(string id, CancellationToken cancellationToken);

    /// <summary>An account with its office; null where either is missing. What every request of a person asks, in one look.</summary>
    Task<(Account Account, Office Office)?> FindPersonAsync(string accountId, CancellationToken cancellationToken);

    /// <summary>A key with the account that holds it and its office; null where one of them is missing. What every request of a program asks, in one
    /// look.</summary>
    Task<(ApiKey Key, Account Account, Office Office)?> FindKeyHolderAsync(string keyId, CancellationToken cancellationToken);

    /// <summary>All keys, newest first, ended ones too.</summary>
    Task<IReadOnlyList<ApiKey>> KeysAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a new key. Its account must be there.</summary>
    Task AddKeyAsync(ApiKey key, CancellationToken cancellationToken);

    /// <summary>Ends a key; false where there is none of this id, or it was revoked before.</summary>
    Task<bool> RevokeKeyAsync(string id, DateTimeOffset time, CancellationToken cancellationToken);
}
