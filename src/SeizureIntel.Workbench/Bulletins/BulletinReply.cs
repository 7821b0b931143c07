namespace SeizureIntel.Workbench.Bulletins;

/// <summary>A bulletin that was made.</summary>
/// <param name="Id">Derived from its scope and the data it was made from.</param>
/// <param name="Files">Where its renderings are.</param>
/// <param name="Notice">Why a rendering is missing; null where all are there.</param>
public sealed record BulletinReply(string Id, BulletinFilesReply Files, string? Notice);
