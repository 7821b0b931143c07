namespace SeizureIntel.Workbench.Bulletins;

/// <summary>A bulletin that was made.</summary>
/// <param name="Id">Derived from its scope and the data it was made from.</param>
/// <param name="Files">Where its renderings are.</param>
/// <param name="Notice">Why a rendering is missing; null where all are there.</param>
public sealed record BulletinAnswer(string Id, BulletinAnswerFiles Files, string? Notice);

/// <summary>The renderings of a bulletin: absolute paths.</summary>
/// <param name="Html">The page.</param>
/// <param name="Pdf">The print; null where it could not be made.</param>
/// <param name="Json">The document.</param>
public sealed record BulletinAnswerFiles(string Html, string? Pdf, string Json);
