using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using SeizureIntel.Storage.Model;
using SeizureIntel.Submissions;

namespace SeizureIntel.Storage.Keeping;

/// <summary>A submission with its report into its row and back.</summary>
internal static class SubmissionRows
{
    public static SubmissionRow Of(Submission submission, long number) =>
        new()
        {
            Number = number,
            Id = submission.Id,
            FileName = submission.FileName,
            Source = submission.Source,
            Sha256 = submission.Sha256,
            SizeBytes = submission.SizeBytes,
            ReceivedAt = submission.ReceivedAt.UtcDateTime,
        };

    public static void Fill(SubmissionRow row, LoadReport report)
    {
        row.RowsRead = report.RowsRead;
        row.RowsAccepted = report.RowsAccepted;
        row.RowsRejected = report.RowsRejected;
        row.RowsSkipped = report.RowsSkipped;
        row.Seizures = report.Seizures;
        row.Cases = report.Cases;
        row.ExactDuplicates = report.ExactDuplicates;
        row.ValuesMasked = report.ValuesMasked;
        row.IssueCounts = JsonSerializer.Serialize(report.Issues, StoredJson.Default.IssueCounts);
        row.ReadAs = JsonSerializer.Serialize(report.ReadAs, StoredJson.Default.ReadAs);
        row.Seconds = report.Seconds;
    }

    public static LoadReport Read(SubmissionRow row) =>
        new()
        {
            Submission = new(
                row.Id,
                row.FileName,
                row.Source,
                row.Sha256,
                row.SizeBytes,
                new(DateTime.SpecifyKind(row.ReceivedAt, DateTimeKind.Utc))
            ),
            Status = SubmissionStatus.Loaded,
            RowsRead = row.RowsRead,
            RowsAccepted = row.RowsAccepted,
            RowsRejected = row.RowsRejected,
            RowsSkipped = row.RowsSkipped,
            Seizures = row.Seizures,
            Cases = row.Cases,
            ExactDuplicates = row.ExactDuplicates,
            ValuesMasked = row.ValuesMasked,
            Issues = JsonSerializer.Deserialize(row.IssueCounts, StoredJson.Default.IssueCounts)!,
            ReadAs = JsonSerializer.Deserialize(row.ReadAs, StoredJson.Default.ReadAs)!,
            Seconds = row.Seconds,
        };

    public static IReadOnlyList<Rejection> Read(IEnumerable<RejectionRow> rows) =>
        [.. rows.Select(r => new Rejection((int)r.Row, r.Field, SnakeNames<RejectionCode>.Read(r.Code), r.Reason))];
}
