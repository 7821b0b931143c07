using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Storing;

/// <summary>A file to take in.</summary>
public sealed record LoadRequest
{
    /// <summary>The bytes; able to seek, read from the start, left open.</summary>
    public required Stream File { get; init; }

    /// <summary>What is found out of the bytes once and needed at every walk through them.</summary>
    internal FileFacts Facts { get; } = new();

    /// <summary>The name it was sent under.</summary>
    public required string FileName { get; init; }

    /// <summary>The source to read it as; null to recognise it by its columns.</summary>
    public string? SourceName { get; init; }

    /// <summary>A draft of a source to judge the file by, which nobody has accepted yet; of a dry run alone. Null for none.</summary>
    public SourceDescription? Draft { get; init; }

    /// <summary>ISO 3166-1 code or name of the reporting country where neither row nor source states one; null for none.</summary>
    public string? ReporterDefault { get; init; }

    /// <summary>Reporting countries (ISO 3166-1 alpha-2) that the sender may report for; a file that states another is refused whole. Null for
    /// every country.</summary>
    public IReadOnlySet<string>? Reporters { get; init; }

    /// <summary>Office that sends it; null for the command line.</summary>
    public string? SentBy { get; init; }

    /// <summary>What its sender called the sending, hashed; null for nothing.</summary>
    public string? RequestKey { get; init; }

    /// <summary>True to read and judge everything and keep nothing.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Who accepts what is suggested for a file of unknown shape, so that it is taken in by it; null where nobody does, and such a file is
    /// refused.</summary>
    public string? AcceptedBy { get; init; }

    /// <summary>What goes along with the chunks on their way to the store, which asks for the next one once it has written one; null for nothing.</summary>
    public Func<IAsyncEnumerable<SubmissionChunk>, CancellationToken, IAsyncEnumerable<SubmissionChunk>>? Along { get; init; }

    /// <summary>The most data records it may have, above zero; null for any number.</summary>
    public int? MostRows { get; init; }
}
