using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;
using SeizureIntel.Submissions;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>What became of one file.</summary>
public sealed record SubmissionAnswer
{
    /// <summary>Derived from the bytes and the format they were read as.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the file; absolute path where this machine read it.</summary>
    public required string File { get; init; }

    /// <summary>The reporting format it was read as; empty where none fitted.</summary>
    public required string Source { get; init; }

    /// <summary>What became of it.</summary>
    public required SubmissionStatus Status { get; init; }

    /// <summary>Data records after the header, without blank and total rows.</summary>
    public required int RowsRead { get; init; }

    /// <summary>Rows kept.</summary>
    public required int RowsAccepted { get; init; }

    /// <summary>Rows refused, each with a reason.</summary>
    public required int RowsRejected { get; init; }

    /// <summary>Blank and total rows.</summary>
    public required int RowsSkipped { get; init; }

    /// <summary>Seizures kept.</summary>
    public required int Seizures { get; init; }

    /// <summary>Cases kept.</summary>
    public required int Cases { get; init; }

    /// <summary>Rows equal in every cell to an earlier row of the file.</summary>
    public required int ExactDuplicates { get; init; }

    /// <summary>Personal values masked or dropped.</summary>
    public required int ValuesMasked { get; init; }

    /// <summary>Issues by code and field, most frequent first.</summary>
    public required IReadOnlyList<IssueAnswer> Issues { get; init; }

    /// <summary>The first 500 refused rows of a dry run; left out for a submission, whose refused rows stand at its own address.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RejectionAnswer>? RefusedRows { get; init; }

    /// <summary>How the file was read: format, encoding, delimiter, sheet, header row.</summary>
    public required IReadOnlyDictionary<string, string> ReadAs { get; init; }

    /// <summary>When it was received, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Office that sent it; null for the command line.</summary>
    public string? SentBy { get; init; }

    /// <summary>When it was withdrawn; null while its records count.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>SHA-256 of the bytes received, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Why nothing was taken; null where something was.</summary>
    public required string? Error { get; init; }

    /// <summary>The same as a word that stays, such as <c>empty_file</c>; null where something was taken.</summary>
    public required string? ErrorCode { get; init; }

    /// <summary>Seconds from receipt until its rows were searchable.</summary>
    public required double Seconds { get; init; }

    /// <summary>Seizures of this file and of those before it that search did not find yet when this was said: 0 where all are searchable, null in a list
    /// of submissions and where nothing was kept.</summary>
    public int? NotSearchable { get; init; }
}

/// <summary>How often one issue was raised in a submission.</summary>
/// <param name="Code">The issue.</param>
/// <param name="Field">The field or column.</param>
/// <param name="Count">Rows with it.</param>
/// <param name="ExampleRow">The first such row.</param>
public sealed record IssueAnswer(IssueCode Code, string Field, int Count, int ExampleRow);
