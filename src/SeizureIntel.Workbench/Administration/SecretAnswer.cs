namespace SeizureIntel.Workbench.Administration;

/// <summary>A secret that is shown once and kept nowhere.</summary>
/// <param name="Of">The account or key that it opens.</param>
/// <param name="Secret">The secret.</param>
/// <param name="Hours">Hours that it opens anything.</param>
public sealed record SecretAnswer(string Of, string Secret, double Hours);
