using System;
using System.Collections.Generic;

namespace SeizureIntel.Storage.Archives;

/// <summary>The first line of an archive file: what was received and how its columns are called.</summary>
internal sealed record ArchiveHeader(
    string Submission,
    string Source,
    string Sha256,
    long SizeBytes,
    DateTimeOffset ReceivedAt,
    IReadOnlyList<string> Columns
);
