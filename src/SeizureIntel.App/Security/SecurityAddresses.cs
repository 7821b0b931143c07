namespace SeizureIntel.App.Security;

/// <summary>Addresses of signing in; the forms that stand there are the pages'.</summary>
internal static class SecurityAddresses
{
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string Password = "/account/password";
    public const string Codes = "/account/codes";
}
