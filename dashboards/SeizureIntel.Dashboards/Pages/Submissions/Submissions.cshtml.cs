using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Fields;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Submissions;
using SeizureIntel.Workbench.Suggesting;

namespace SeizureIntel.Dashboards.Pages.Submissions;

/// <summary>What came in, and the place where the next file is dropped.</summary>
internal sealed class SubmissionsModel(
    PageDesk desk,
    SubmissionDesk submissions,
    QuestionDesk questions,
    SourceShelf sources,
    SourceDesk formats,
    ScopeLists lists
) : PageModel
{
    /// <summary>The submissions, newest first.</summary>
    public IReadOnlyList<SubmissionAnswer> Received { get; private set; } = [];

    /// <summary>Submissions with a question that waits for its answer.</summary>
    public IReadOnlySet<string> Waiting { get; private set; } = new HashSet<string>();

    /// <summary>Headings that have a template of their own.</summary>
    public IReadOnlyList<(string Code, string Name)> Headings => lists.Headings;

    /// <summary>Names of the known formats.</summary>
    public IReadOnlyList<string> Sources { get; private set; } = [];

    /// <summary>Formats that were proposed and wait for somebody to accept them.</summary>
    public IReadOnlyList<SourceAnswer> Proposed { get; private set; } = [];

    /// <summary>Ways in which dates are often written, in .NET notation.</summary>
    public IReadOnlyList<string> DateFormats { get; } =
    ["d/M/yyyy", "M/d/yyyy", "d.M.yyyy", "d-M-yyyy", "M-d-yyyy", "yyyy-M-d", "yyyyMMdd", "d/M/yy", "M/d/yy", "d.M.yy", "d-M-yy"];

    /// <summary>Whether the reader may accept formats.</summary>
    public bool MayAccept { get; private set; }

    /// <summary>The one country that the reader's office reports for; null where there are others.</summary>
    public string? OwnCountry { get; private set; }

    /// <summary>Asks for the history.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        SubmissionsAnswer answer = await submissions.AnswerAsync(desk.ReaderOf(HttpContext), new SubmissionsQuery(), cancellationToken);
        Sources = [.. (await sources.AllAsync(cancellationToken)).Select(s => s.Name)];
        Waiting = await questions.WaitingAsync(desk.ReaderOf(HttpContext), cancellationToken);
        Reader reader = desk.ReaderOf(HttpContext);
        Actor actor = desk.ActorOf(HttpContext);
        MayAccept = actor.May("decide");
        OwnCountry = reader.Countries is { Count: 1 } only ? only.Single() : null;
        if (actor.May("submit"))
            Proposed = [.. (await formats.AnswerAsync(reader, new SourcesQuery(), cancellationToken)).Where(s => !s.IsAccepted)];
        Received = [.. answer.Submissions.Reverse()];
    }

    /// <summary>The exchange template: a file with its header and no rows.</summary>
    public IActionResult OnGetTemplate() =>
        File(
            Encoding.UTF8.GetBytes(string.Join(',', SeizureFields.Template.Select(f => f.Name)) + "\n"),
            "text/csv",
            "seizures-template.csv"
        );
}
