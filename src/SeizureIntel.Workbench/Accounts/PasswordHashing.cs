using SeizureIntel.Accounts;

namespace SeizureIntel.Workbench.Accounts;

/// <summary>Hashes a password of an account as the sign-in reads it.</summary>
/// <param name="account">Whose it is.</param>
/// <param name="password">The password.</param>
/// <returns>The hash with its method and salt.</returns>
public delegate string PasswordHashing(Account account, string password);
