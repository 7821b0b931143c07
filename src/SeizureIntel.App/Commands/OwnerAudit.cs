using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App.Security;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Submissions;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.App.Commands;

/// <summary>Writes down what the owner does on the command line: codes, ids and counts, never what was typed and no text of a seizure.</summary>
internal static class OwnerAudit
{
    /// <summary>A file was taken in, or refused.</summary>
    public static Task TakenAsync(Workspace workspace, SubmissionAnswer taken, CancellationToken cancellationToken) =>
        AddAsync(
            workspace,
            "ingest",
            taken.Id,
            taken.Status == SubmissionStatus.Refused ? "refused" : "done",
            Text($"status={Output.Word(taken.Status)} read={taken.RowsRead} accepted={taken.RowsAccepted} rejected={taken.RowsRejected}"),
            cancellationToken
        );

    /// <summary>Records left the store as a file.</summary>
    /// <param name="workspace">Where they were.</param>
    /// <param name="subject">What they are: <c>search</c>, or the id of a submission.</param>
    /// <param name="format">The format of the file.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static Task ExportedAsync(Workspace workspace, string subject, string format, int count, CancellationToken cancellationToken) =>
        AddAsync(workspace, "export", subject, "done", Text($"format={format} records={count}"), cancellationToken);

    /// <summary>Something was done.</summary>
    public static Task AddAsync(
        Workspace workspace,
        string action,
        string subject,
        string outcome,
        string detail,
        CancellationToken cancellationToken
    ) =>
        // A folder that is absent has no audit, and is not made for one.
        workspace.Get<PassingFolder>().IsPassing
            ? Task.CompletedTask
            : workspace.Get<AuditTrail>().AddAsync(AuditTrail.Owner, action, subject, outcome, detail, cancellationToken);

    private static string Text(System.FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
