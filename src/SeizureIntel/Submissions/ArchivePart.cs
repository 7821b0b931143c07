using System;
using System.Collections.Generic;

namespace SeizureIntel.Submissions;

/// <summary>Screened rows that were made ready to be added to an archive.</summary>
/// <param name="Rows">The rows; empty where the bytes stand for them.</param>
/// <param name="Bytes">The rows as the archive keeps them; empty where it keeps them row by row.</param>
public sealed record ArchivePart(IReadOnlyList<ArchivedRow> Rows, ReadOnlyMemory<byte> Bytes);
