using System.Collections.Generic;
using SeizureIntel.Etl.Sources;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>How a file is to be taken in.</summary>
/// <param name="SourceName">The source to read it as; null to recognise it.</param>
/// <param name="Reporter">Reporting country where nothing states one; null for none.</param>
/// <param name="IsDryRun">True to keep nothing.</param>
/// <param name="MostRows">The most rows it may have; null for any number.</param>
/// <param name="Reporters">Countries that the sender may report for; null for every country.</param>
/// <param name="AcceptedBy">Who accepts what is suggested for a file of unknown shape; null where nobody does.</param>
/// <param name="SentBy">Office that sends it; null for the command line.</param>
/// <param name="RequestKey">What its sender called the sending, hashed; null for nothing.</param>
/// <param name="Draft">A draft of a source that nobody has accepted yet, to judge the file by; of a dry run alone. Null for none.</param>
public sealed record IntakeChoice(
    string? SourceName,
    string? Reporter,
    bool IsDryRun,
    int? MostRows = null,
    IReadOnlySet<string>? Reporters = null,
    string? AcceptedBy = null,
    string? SentBy = null,
    string? RequestKey = null,
    SourceDescription? Draft = null
);
