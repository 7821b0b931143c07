using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Ports;
using SeizureIntel.Submissions;
using SeizureIntel.Workbench.Exports;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>The refused rows of a submission as a workbook to mend and send again.</summary>
/// <param name="archive">The rows as they came, screened.</param>
public sealed class RejectionWorkbook(ISubmissionArchive archive)
{
    /// <summary>Writes the reasons, and behind them the file's own columns, so that the mended workbook can be taken in; of a row refused for personal
    /// data nothing was kept but its number.</summary>
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
        IReadOnlyList<string> columns = await archive.ColumnsAsync(submissionId, cancellationToken);
        var wanted = rejections.Select(r => r.Row).ToHashSet();
        var kept = new Dictionary<int, IReadOnlyList<string>>();
        await foreach (ArchivedRow row in archive.ReadAsync(submissionId, cancellationToken))
        {
            if (wanted.Contains(row.Row))
                kept[row.Row] = row.Cells;
        }

        using var workbook = new WorkbookWriter(target, "rejections", ["row", "field", "code", "reason", .. columns]);
        foreach (RejectionAnswer r in rejections)
            workbook.Add([
                r.Row,
                r.Field,
                JsonNamingPolicy.SnakeCaseLower.ConvertName(r.Code.ToString()),
                r.Reason,
                .. kept.GetValueOrDefault(r.Row, []),
            ]);
    }
}
