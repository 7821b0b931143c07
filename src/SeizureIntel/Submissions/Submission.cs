using System;

namespace SeizureIntel.Submissions;

/// <summary>A file or API batch received: what came, from whom, and its fingerprint. The bytes themselves are never kept.</summary>
/// <param name="Id">Derived from <paramref name="Sha256"/> and <paramref name="Source"/>: the same bytes read the same way have the same id.</param>
/// <param name="FileName">The file's name without its folder, screened.</param>
/// <param name="Source">The reporting format it was read as.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of the bytes received.</param>
/// <param name="SizeBytes">Size of the bytes received.</param>
/// <param name="ReceivedAt">When it was received, UTC.</param>
/// <param name="SentBy">Office that sent it; null for the command line.</param>
/// <param name="RequestKey">What its sender called the sending, hashed: the same call again is the same submission. Null for nothing.</param>
public sealed record Submission(
    string Id,
    string FileName,
    string Source,
    string Sha256,
    long SizeBytes,
    DateTimeOffset ReceivedAt,
    string? SentBy = null,
    string? RequestKey = null
);
