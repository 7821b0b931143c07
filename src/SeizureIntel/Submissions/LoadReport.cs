using System;
using System.Collections.Generic;

namespace SeizureIntel.Submissions;

/// <summary>What became of every row of a submission: read = accepted + rejected.</summary>
public sealed record LoadReport
{
    /// <summary>What was received.</summary>
    public required Submission Submission { get; init; }

    /// <summary>What became of it.</summary>
    public required SubmissionStatus Status { get; init; }

    /// <summary>When it was withdrawn: its records are in no figure since. Null while they count.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Data records after the header, without blank and total rows.</summary>
    public int RowsRead { get; init; }

    /// <summary>Rows kept.</summary>
    public int RowsAccepted { get; init; }

    /// <summary>Rows refused, each with a reason.</summary>
    public int RowsRejected { get; init; }

    /// <summary>Blank and total rows, which are no records.</summary>
    public int RowsSkipped { get; init; }

    /// <summary>Seizures (item lines) kept.</summary>
    public int Seizures { get; init; }

    /// <summary>Cases kept.</summary>
    public int Cases { get; init; }

    /// <summary>Rows equal in every cell to an earlier row of the file; the first ones are not counted.</summary>
    public int ExactDuplicates { get; init; }

    /// <summary>Personal values masked in free text or dropped from cells.</summary>
    public int ValuesMasked { get; init; }

    /// <summary>The issues by code and field, most frequent first.</summary>
    public IReadOnlyList<IssueCount> Issues { get; init; } = [];

    /// <summary>The first refused rows of a dry run, which nothing else keeps; null for a submission, whose refused rows are kept.</summary>
    public IReadOnlyList<Rejection>? RefusedRows { get; init; }

    /// <summary>How the file was read: format, encoding, delimiter, sheet, header row.</summary>
    public IReadOnlyDictionary<string, string> ReadAs { get; init; } = new Dictionary<string, string>();

    /// <summary>Why nothing was taken: one sentence; null unless <see cref="SubmissionStatus.Refused"/>.</summary>
    public string? Error { get; init; }

    /// <summary>The same as a word that stays, such as <c>empty_file</c>; null unless <see cref="SubmissionStatus.Refused"/>.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Seconds from receipt until the rows are searchable.</summary>
    public double Seconds { get; init; }
}
