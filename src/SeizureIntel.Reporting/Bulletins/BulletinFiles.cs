namespace SeizureIntel.Reporting.Bulletins;

/// <summary>A written bulletin.</summary>
/// <param name="Bulletin">The document as written.</param>
/// <param name="Html">The page.</param>
/// <param name="Json">The document as JSON.</param>
/// <param name="HtmlPath">Absolute path of bulletin.html.</param>
/// <param name="JsonPath">Absolute path of bulletin.json.</param>
/// <param name="PdfPath">Absolute path of bulletin.pdf; null where there is none.</param>
/// <param name="PdfNotice">Why there is no PDF and what to do, one sentence; null where there is one.</param>
public sealed record BulletinFiles(
    Bulletin Bulletin,
    string Html,
    string Json,
    string HtmlPath,
    string JsonPath,
    string? PdfPath,
    string? PdfNotice
);
