using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Storing;

/// <summary>Counts what becomes of every row of a submission.</summary>
internal sealed class LoadTally
{
    private readonly Dictionary<(IssueCode Code, string Field), (int Count, int FirstRow, int LastRow)> _issues = [];

    public int RowsAccepted { get; set; }

    public int RowsRejected { get; set; }

    public int RowsSkipped { get; set; }

    public int Seizures { get; set; }

    public int Cases { get; set; }

    public int ExactDuplicates { get; set; }

    public int ValuesMasked { get; set; }

    public DateOnly? Earliest { get; set; }

    public DateOnly? Latest { get; set; }

    public int RowsRead => RowsAccepted + RowsRejected;

    public IReadOnlyDictionary<string, string> ReadAs { get; set; } = new Dictionary<string, string>();

    public void Add(Issue issue)
    {
        (IssueCode, string) key = (issue.Code, issue.Field);
        if (!_issues.TryGetValue(key, out (int Count, int FirstRow, int LastRow) known))
            _issues.Add(key, (1, issue.Row, issue.Row));
        else if (known.LastRow != issue.Row)
            _issues[key] = (known.Count + 1, Math.Min(known.FirstRow, issue.Row), issue.Row);
    }

    public LoadReport Report(Submission submission, SubmissionStatus status, double seconds, string? error) =>
        new()
        {
            Submission = submission,
            Status = status,
            RowsRead = RowsRead,
            RowsAccepted = RowsAccepted,
            RowsRejected = RowsRejected,
            RowsSkipped = RowsSkipped,
            Seizures = Seizures,
            Cases = Cases,
            ExactDuplicates = ExactDuplicates,
            ValuesMasked = ValuesMasked,
            ReadAs = ReadAs,
            Error = error,
            Seconds = seconds,
            Issues =
            [
                .. _issues
                    .Select(i => new IssueCount(i.Key.Code, i.Key.Field, i.Value.Count, i.Value.FirstRow))
                    .OrderByDescending(i => i.Count)
                    .ThenBy(i => i.Code)
                    .ThenBy(i => i.Field, StringComparer.Ordinal),
            ],
        };
}
