using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using SeizureIntel.Storage.Model;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

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
            SentBy = submission.SentBy,
            RequestKey = submission.RequestKey,
            Marking = Marking.Clear.Label(),
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

    /// <summary>Leaves nothing in a row but its number.</summary>
    public static void Empty(SubmissionRow row, DateTimeOffset time)
    {
        long number = row.Number;
        row.Id = row.Sha256 = "erased-" + number.ToString(CultureInfo.InvariantCulture);
        (row.FileName, row.Source, row.Marking, row.SentBy, row.RequestKey) = ("", "", Marking.Red.Label(), null, null);
        (row.SizeBytes, row.RowsRead, row.RowsAccepted, row.RowsRejected, row.RowsSkipped) = (0, 0, 0, 0, 0);
        (row.Seizures, row.Cases, row.ExactDuplicates, row.ValuesMasked) = (0, 0, 0, 0);
        (row.IssueCounts, row.ReadAs) = ("[]", "{}");
        row.ErasedAt = time.UtcDateTime;
    }

    public static LoadReport Read(SubmissionRow row) =>
        new()
        {
            Submission = new(row.Id, row.FileName, row.Source, row.Sha256, row.SizeBytes, Utc(row.ReceivedAt), row.SentBy, row.RequestKey),
            Status = SubmissionStatus.Loaded,
            WithdrawnAt = row.WithdrawnAt is { } withdrawn ? Utc(withdrawn) : null,
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

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
