using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.Dashboards.Pages.Submissions;

/// <summary>What became of one file.</summary>
internal sealed class SubmissionModel(PageDesk desk, SubmissionDesk submissions) : PageModel
{
    /// <summary>The load report; null where there is no such submission.</summary>
    public SubmissionAnswer? Report { get; private set; }

    /// <summary>Its refused rows.</summary>
    public IReadOnlyList<RejectionAnswer> Rejections { get; private set; } = [];

    /// <summary>Why there is nothing; null where there is.</summary>
    public PageProblem? Problem { get; private set; }

    /// <summary>Asks for report and refused rows.</summary>
    public async Task OnGetAsync(string id, CancellationToken cancellationToken)
    {
        Reader reader = desk.ReaderOf(HttpContext);
        try
        {
            Rejections = await submissions.AnswerAsync(reader, new RejectionsQuery { Id = id }, cancellationToken);
            SubmissionsAnswer all = await submissions.AnswerAsync(reader, new SubmissionsQuery(), cancellationToken);
            Report = all.Submissions.First(s => s.Id == id);
        }
        catch (Fault fault)
        {
            Problem = PageProblem.Of(fault);
            Response.StatusCode = Problem.Status;
        }
    }
}
