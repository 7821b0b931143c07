namespace SeizureIntel.Workbench.Accounts;

/// <summary>How people may sign in beside name and password.</summary>
/// <param name="Provider">What the provider of the office is called; null where there is none.</param>
public sealed record SignInChoice(string? Provider);
