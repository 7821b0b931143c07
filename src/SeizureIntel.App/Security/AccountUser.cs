using SeizureIntel.Accounts;

namespace SeizureIntel.App.Security;

/// <summary>An account while ASP.NET Core Identity changes it field by field.</summary>
internal sealed class AccountUser(Account account)
{
    public Account Account { get; set; } = account;
}
