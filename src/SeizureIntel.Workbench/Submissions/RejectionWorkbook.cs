using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;
using SeizureIntel.Workbench.Exports;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>The refused rows of a submission as a workbook to mend and send again.</summary>
/// <param name="archive">The rows as they came, screened.</param>
/// <param name="submissions">Says by which source a submission was taken in.</param>
/// <param name="sources">Say which cell a reason is about.</param>
public sealed class RejectionWorkbook(ISubmissionArchive archive, ISubmissionStore submissions, SourceShelf sources)
{
    /// <summary>Writes the reasons, and behind them the file's own columns with the failing cell coloured, so that the mended workbook can be taken in;
    /// of a row refused for personal data nothing was kept but its number.</summary>
    /// <param name="submissionId">The submission; the caller has seen that the reader may see it.</param>
    /// <param name="rejections">Its refused rows.</param>
    /// <param name="target">Receives the workbook; able to seek.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task WriteAsync(
        string submissionId,
        IReadOnlyList<RejectionAnswer> rejections,
        Stream target,
        CancellationToken cancellationToken
    )
    {
        ReceivedSubmission? received = await submissions.FindReceivedAsync(Reader.Owner, submissionId, cancellationToken);
        SourceDescription? source = (await sources.AllAsync(cancellationToken)).FirstOrDefault(s =>
            s.Name == received?.Report.Submission.Source
        );
        IReadOnlyList<string> headings = RefusedColumns.Headings;
        IReadOnlyList<string> archived = await archive.ColumnsAsync(submissionId, cancellationToken);
        IReadOnlyList<string> columns = [.. archived.Take(RefusedColumns.OwnOf(archived))];
        var wanted = rejections.Select(r => r.Row).ToHashSet();
        var kept = new Dictionary<int, IReadOnlyList<string>>();
        await foreach (ArchivedRow row in archive.ReadAsync(submissionId, cancellationToken))
        {
            if (wanted.Contains(row.Row))
                kept[row.Row] = row.Cells;
        }

        using var workbook = new WorkbookWriter(target, "rejections", [.. headings, .. columns], frozenColumns: headings.Count);
        foreach (RejectionAnswer r in rejections)
        {
            string code = JsonNamingPolicy.SnakeCaseLower.ConvertName(r.Code.ToString());
            IReadOnlyList<string> cells = kept.GetValueOrDefault(r.Row, []);
            // A row that was mended before and refused again stays the row that it was first.
            RowOrigin origin = RefusedColumns.FindOrigin(cells, columns.Count) ?? new RowOrigin(submissionId, r.Row);
            int[] failing = [.. SourceColumns.Feeding(source, columns, r.Field).Select(c => c + headings.Count)];
            workbook.Add(
                [origin.Row, r.Field, code, r.Reason, origin.Submission, .. columns.Select((_, i) => cells.ElementAtOrDefault(i) ?? "")],
                failing
            );
        }
    }
}
