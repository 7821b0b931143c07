namespace SeizureIntel.Workbench.Bulletins;

/// <summary>The renderings of a bulletin: absolute paths.</summary>
/// <param name="Html">The page.</param>
/// <param name="Pdf">The print; null where it could not be made.</param>
/// <param name="Json">The document.</param>
public sealed record BulletinFilesReply(string Html, string? Pdf, string Json);
